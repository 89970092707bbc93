package fairway.administration;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What somebody who works here may do. */
enum Role {
    OFFICER,
    SUPERVISOR,
    SUPPORT,
    ADMINISTRATOR;

    /** The end of text keys. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<Role> read(Collection<String> names) {
        return Arrays.stream(values())
                .filter(role -> names.contains(role.name()))
                .toList();
    }
}
