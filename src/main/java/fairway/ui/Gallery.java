package fairway.ui;

import java.time.Instant;
import java.util.List;

/** What the page of all parts shows. */
final class Gallery {
    static final Instant UNTIL = Instant.parse("2026-12-05T04:59:00Z");

    private Gallery() {}

    static List<Problem> problems(Page page) {
        return List.of(
                new Problem("family", page.text("ui.gallery.problem.family")),
                new Problem("born", page.text("ui.gallery.problem.born")));
    }
}
