package fairway.audit;

import java.util.Map;
import java.util.regex.Pattern;

/** One act or read: the facts are ids and codes, and anything that looks like words or an address is refused. */
public record Act(Actor actor, String what, Subject subject, Map<String, String> facts) {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:/+=,#-]{0,199}");

    public Act {
        requireCode(what);
        facts.keySet().forEach(Act::requireCode);
        facts.values().stream().filter(value -> !value.isEmpty()).forEach(Act::requireCode);
        facts = Map.copyOf(facts);
    }

    public static Act of(Actor actor, String what, Subject subject) {
        return new Act(actor, what, subject, Map.of());
    }

    static void requireCode(String text) {
        if (!CODE.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "Audit takes ids and codes only, not text of " + text.length() + " characters");
        }
    }
}
