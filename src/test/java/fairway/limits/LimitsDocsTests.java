package fairway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code docs/limits.md} is written from the settings in force by default; {@code ./fairway docs} writes it anew. */
class LimitsDocsTests {
    private static final Path PAGE = Path.of("docs/limits.md");
    private static final String HEAD = """
            # Limits

            Written by `./fairway docs` from the settings. Each is one line of configuration (`docs/configuration.md`); nothing can
            raise the failures in a row on one secret above 100.

            Failures are counted before a try is looked at, so many tries at once get no more than tries one after the other. Only a
            success clears a count, and only its own: not time, not a new code, not another session, address or way. Addresses
            that nobody has are counted alike.

            """;

    @Test
    @Tag("T05")
    void the_page_lists_every_limit_as_it_is_configured() throws Exception {
        var page = HEAD + waits() + paces() + foot();
        if ("write".equals(System.getProperty("fairway.docs"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).hasContent(page);
    }

    private static String waits() throws Exception {
        var rows = new StringBuilder(
                "## Failures in a row\n\n| what | then one waits | closed until set up anew |\n|---|---|---|\n");
        for (var component : LimitsSettings.class.getRecordComponents()) {
            if (component.getAccessor().invoke(TestLimits.defaults()) instanceof Waits waits) {
                var steps = new TreeMap<>(waits.after())
                        .entrySet().stream()
                                .filter(step -> step.getKey() < waits.most())
                                .map(step -> "after " + step.getKey() + " " + words(step.getValue()))
                                .collect(Collectors.joining(", "));
                rows.append("| %s | %s | after %d |%n".formatted(meaning(component.getName()), steps, waits.most()));
            }
        }
        return rows.append('\n').toString();
    }

    private static String paces() throws Exception {
        var rows = new StringBuilder("## In a span of time\n\n| what | at most |\n|---|---|\n");
        for (var component : LimitsSettings.class.getRecordComponents()) {
            if (component.getAccessor().invoke(TestLimits.defaults()) instanceof Pace pace) {
                var windows = pace.windows().stream()
                        .map(window -> window.count() + " in " + words(window.time()))
                        .collect(Collectors.joining(", "));
                rows.append("| %s | %s |%n".formatted(meaning(component.getName()), windows));
            }
        }
        return rows.append('\n').toString();
    }

    private static String foot() {
        return """
                Beyond a span of time the answer is 429 with `Retry-After`; beyond the queue for slow hashes (`fairway.passwords.queue`)
                it is 503 with `Retry-After`. A wait after failures is told on the page with its end, and to the owner by e-mail.

                ## Whom it does not lock out

                Wrong passwords of strangers count apart from those on browsers that the owner has used, so the owner gets in on a known
                browser whatever strangers do. Elsewhere the page names the time and the other ways.

                Codes to a phone are counted apart by what whoever asks has shown: the password of an account that it belongs to, only a
                link in the mailbox, or nothing, as somebody who sets it up. So nobody uses up the codes of its owner, and yet no number
                gets more than %d in 24 h from all of them together. The help desk comes on top, where an agent asks for it.
                """.formatted(codesADay());
    }

    private static int codesADay() {
        var limits = TestLimits.defaults();
        return Stream.of(limits.codes(), limits.codesToComeBack(), limits.codesToNewPhones())
                .mapToInt(Pace::most)
                .sum();
    }

    private static String words(Duration time) {
        if (time.toSeconds() % 60 != 0 || time.toMinutes() < 1) {
            return time.toSeconds() + " s";
        }
        return time.toMinutes() % 60 == 0 && time.toHours() > 0 ? time.toHours() + " h" : time.toMinutes() + " min";
    }

    private static String meaning(String component) throws IOException {
        var source = Files.readString(Path.of("src/main/java/fairway/limits/LimitsSettings.java"));
        var found = Pattern.compile("@param " + component + "\\s+((?:(?!\\* @param|\\*/)[\\s\\S])*)")
                .matcher(source);
        assertThat(found.find()).as(component).isTrue();
        return found.group(1).replaceAll("\\s*\\*\\s*", " ").strip();
    }
}
