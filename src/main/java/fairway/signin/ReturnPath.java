package fairway.signin;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where somebody wanted to go before we asked who they are: a page of ours or nowhere. */
record ReturnPath(String value) {
    private static final Pattern SHAPE = Pattern.compile("/[A-Za-z0-9/_.~=&?%-]{0,300}");
    private static final Set<String> PARTS = Set.of(
            "account", "cases", "desk", "drafts", "filings", "forms", "notices", "documents", "payments", "packs");

    static Optional<ReturnPath> read(@Nullable String typed) {
        if (typed == null || !SHAPE.matcher(typed).matches() || typed.contains("//") || typed.contains("..")) {
            return Optional.empty();
        }
        return leadsSomewhere(typed) ? Optional.of(new ReturnPath(typed)) : Optional.empty();
    }

    /** Whether pages behind sign-in begin like this address at all; a mistyped one gets no sign-in page. */
    static boolean leadsSomewhere(String path) {
        return path.startsWith("/") && PARTS.contains(path.substring(1).split("[/?]", 2)[0]);
    }

    boolean desk() {
        return value.equals("/desk") || value.startsWith("/desk/") || value.startsWith("/desk?");
    }
}
