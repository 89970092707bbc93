package fairway.walls;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a parameter says: words, a choice, a secret – or which thing is meant. Words are words wherever they stand; a name
 * that may mean a thing is decided about at each address.
 */
final class Named {
    /** Tried here with somebody else's and with nobody's. */
    static final String TRIED = "tried";

    /** Words, choices, flags, and secrets that are worth nothing without knowing them. */
    private static final Set<String> WORDS = Set.of("""
            act again again_password agree answer answers asked changed check code current_password done down expiry
            foreign kept kind label language late name note on once paper part password phone question reason reply
            roles save saved show soon sort sure text texts then type value warned why words zone decision version
            _asked _words due.day due.month due.year family given middle rests ways
            """.strip().split("\\s+", -1));

    /** Route and name as a pattern, and where it is decided what a foreign one gets. */
    private static final Map<String, String> DECIDED = Map.ofEntries(
            Map.entry("POST /account/support/reply about", TRIED),
            Map.entry("POST /account/security/merge/undo merge", TRIED),
            Map.entry("POST /account/security/lost lost", TRIED),
            Map.entry("POST /account/security/lost/found factor", TRIED),
            Map.entry("POST /account/security/(email|recovery) email", TRIED),
            Map.entry("(GET|POST) (/desk)?/sign-in/(again/)?code(/send)? with", TRIED),
            Map.entry("(GET|POST) /sign-in/forgot/prove/code(/send)? with", TRIED),
            Map.entry("(GET|POST) (/desk)?/sign-in(/again|/passkey)? to", TRIED),
            Map.entry("POST /drafts/\\{draft}/.* rev", TRIED),
            Map.entry("POST /(cases|drafts)/.*/files of", TRIED),
            Map.entry("POST /account/claim(/letter)? number", TRIED),
            Map.entry("POST /desk/help/\\{id}/account account", TRIED),
            Map.entry("POST /desk/(help/\\{id}/find|support) who", TRIED),
            Map.entry("POST /desk/exceptions message", TRIED),
            Map.entry("GET /desk/intake opened", TRIED),
            Map.entry("GET /desk/find receipt", TRIED),
            Map.entry("POST (/desk)?/sign-in email", "signin.EqualWorkTests"),
            Map.entry("POST /sign-up email", "signin.EqualWorkTests"),
            Map.entry("POST /sign-in/forgot(-name)? email", "recovery.LinkTests"),
            Map.entry("POST /help/request email", "support.AskingForHelpTests"),
            Map.entry("POST /desk/sign-in/join email", "their own, in an invitation that names none"),
            Map.entry("POST /desk/staff/invite email", "administrators see all who work here"),
            Map.entry("POST .* credential", "passkeys.PasskeyAttackTests, PasskeyRecoveryTests"),
            Map.entry("POST /drafts/\\{draft}/sign _sign", "filing.SignTokensTests"),
            Map.entry("POST .* _owner", "signin.EntryTests, KeptPostsTests"),
            Map.entry("GET /status receipt", "what everybody may read: reach.StatusPageTests"),
            Map.entry("GET (/desk)?/sign-in/(again/)?ways lost", "a flag"),
            Map.entry("POST /account/security/codes way", "a kind of way"),
            Map.entry("GET /account/security/history before", "counts in one's own history: settings.HistoryTests"),
            Map.entry("POST /account/profile/addresses/remove (from|place)", "counts in one's own list"),
            Map.entry("(GET|POST) /drafts/\\{draft}/.* from", "a page of the same draft"),
            Map.entry("POST /cards/\\{id} number", "what is on the card"),
            Map.entry("POST /cases/\\{receipt}/evidence-request rev", "what of the answer was shown, no thing"),
            Map.entry("POST /account/profile/notifications/phone number", "a phone, looked up by nobody"),
            Map.entry("(GET /outbox to|POST /outbox/replies from)", "for those who sit at the machine"));

    /** Handlers that take whatever is posted, and what of it may mean a thing. */
    private static final Map<String, Set<String>> WHOLE = Map.ofEntries(
            Map.entry(
                    "POST /account/profile/(name|former-names(/remove)?|phones|address|addresses|notifications)",
                    Set.of()),
            Map.entry("POST /account/claim(/letter)?", Set.of("number")),
            Map.entry("POST /account/support/reply", Set.of("about")),
            Map.entry("POST /help/request", Set.of("email")),
            Map.entry("(GET|POST) /drafts/\\{draft}/review", Set.of()),
            Map.entry("POST /drafts/\\{draft}/\\{topic}(/.*)?", Set.of("rev", "from")),
            Map.entry("GET /desk", Set.of()),
            Map.entry("GET /desk/cases/\\{receipt}(/show)?", Set.of()),
            Map.entry("POST /desk/cases/\\{receipt}/(note|preview|\\{act})", Set.of()),
            Map.entry("POST /desk/intake", Set.of()));

    private Named() {}

    /** Where it is decided about this name at this address; nothing where nobody has. */
    static Optional<String> decision(Routes.Route route, String name) {
        if (WORDS.contains(name.replaceAll("[0-9]+$", ""))) {
            return Optional.of("words");
        }
        return DECIDED.entrySet().stream()
                .filter(entry -> Pattern.matches(entry.getKey(), route + " " + name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** What of everything posted there may mean a thing; nothing where nobody has said. */
    static Optional<Set<String>> whole(Routes.Route route) {
        return WHOLE.entrySet().stream()
                .filter(entry -> Pattern.matches(entry.getKey(), route.toString()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Whether this name is decided about somewhere, for what is only known by name. */
    static boolean anywhere(String name) {
        return WORDS.contains(name)
                || DECIDED.keySet().stream()
                        .flatMap(key -> Arrays.stream(key.substring(key.lastIndexOf(' ') + 1)
                                .replaceAll("[()]", "")
                                .split("\\|", -1)))
                        .anyMatch(name::equals);
    }
}
