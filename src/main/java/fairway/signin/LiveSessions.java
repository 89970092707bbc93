package fairway.signin;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where an account is signed in, and the browsers it was used on. */
public interface LiveSessions {
    /** What a browser says it is, as two short codes; what it sent is not kept. A lie is possible and harmless. */
    record Agent(String browser, String system) {

        private static final String[][] BROWSERS = {
            {"edg/", "edge"},
            {"edga/", "edge"},
            {"edgios/", "edge"},
            {"opr/", "opera"},
            {"samsungbrowser/", "samsung"},
            {"firefox/", "firefox"},
            {"fxios/", "firefox"},
            {"chrome/", "chrome"},
            {"crios/", "chrome"},
            {"safari/", "safari"}
        };
        private static final String[][] SYSTEMS = {
            {"iphone", "iphone"},
            {"ipad", "ipad"},
            {"android", "android"},
            {"windows", "windows"},
            {"cros ", "chromebook"},
            {"macintosh", "mac"},
            {"linux", "linux"}
        };

        public static Agent read(@Nullable String sent) {
            var text = sent == null ? "" : sent.toLowerCase(Locale.ROOT);
            return new Agent(first(text, BROWSERS), first(text, SYSTEMS));
        }

        Map<String, String> facts() {
            return Map.of("browser", browser, "system", system);
        }

        private static String first(String text, String[][] known) {
            for (var pair : known) {
                if (text.contains(pair[0])) {
                    return pair[1];
                }
            }
            return "other";
        }
    }

    record Living(UUID id, Agent agent, Instant startedAt, Instant lastSeenAt) {}

    record Known(Agent agent, Instant firstSeenAt, Instant lastSeenAt) {}

    /** Latest first. */
    List<Living> of(UUID account);

    /** Browsers that are not signed in now, latest first. */
    List<Known> browsers(UUID account);

    /** False if this account has no such session. */
    boolean end(UUID account, UUID session);

    int endOthers(UUID account, UUID kept);

    int endAll(UUID account);
}
