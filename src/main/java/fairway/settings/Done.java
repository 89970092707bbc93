package fairway.settings;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says on the next page what was just done; anything else in the address is ignored. */
final class Done {
    private static final Set<String> KNOWN = Set.of(
            "password",
            "way",
            "way-removed",
            "way-named",
            "way-first",
            "backup",
            "backup-there",
            "questions",
            "session",
            "sessions",
            "email",
            "email-cancelled",
            "recovery",
            "recovery-cancelled",
            "recovery-removed",
            "lost",
            "found");

    private Done() {}

    static String at(String what) {
        return "/account/security?done=" + what;
    }

    static @Nullable String read(@Nullable String said) {
        return said != null && KNOWN.contains(said) ? "settings.done." + said : null;
    }
}
