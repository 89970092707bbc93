package fairway.identity;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account as other modules see it; {@code key} is its key in the vault, one that is closed or part of another lets nobody in. */
public record Account(
        UUID id,
        AccountNumber number,
        String email,
        Locale language,
        AccountType type,
        String shownName,
        UUID key,
        ZoneId zone,
        @Nullable Phone alerts,
        Set<String> roles,
        boolean closed) {
    public boolean staff() {
        return type == AccountType.STAFF;
    }
}
