package fairway;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What axe has to say about a page, contrast included. Runs in the page itself: the builder of its library opens another
 * window for each page and takes more than twice as long, and our pages hold no frames.
 */
public final class Axe {
    private static final String SOURCE = source();
    private static final String RUN = """
            async () => {
                const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
                const found = await axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
                return found.violations.map(fault => fault.id + ' ' + fault.nodes[0].target.join(' '));
            }""";

    private Axe() {}

    /** The rules that the page breaks, each with the first element that does; none is an empty list. */
    public static List<String> faults(Page page) {
        if (!Boolean.TRUE.equals(page.evaluate("typeof axe === 'object'"))) {
            page.evaluate(SOURCE);
        }
        return ((List<?>) page.evaluate(RUN)).stream().map(String::valueOf).toList();
    }

    private static String source() {
        try (var script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
