package fairway.cases;

import fairway.ui.Texts;
import java.util.Locale;

/** Draws the transition table for docs/cases-states.md. */
final class LifecycleDiagram {
    private LifecycleDiagram() {}

    static String draw(Texts texts) {
        var page = new StringBuilder("""
                # The life of a case

                Drawn from the table in `cases/Lifecycle.java` by its test; run `LifecycleTests` with `-Dfairway.write=true` to draw it
                again. Acts that leave the state as it is (a notice posted, a note) are left out.

                ```mermaid
                stateDiagram-v2
                """);
        for (var line : Lifecycle.TABLE) {
            if (line.from() != line.to()) {
                page.append("    %s --> %s: %s%n"
                        .formatted(line.from() == null ? "[*]" : line.from(), line.to(), line.act()));
            }
        }
        page.append("```\n\n| act | from | to | who | second person | what it means |\n|---|---|---|---|---|---|\n");
        for (var line : Lifecycle.TABLE) {
            if (line.from() != line.to()) {
                page.append("| %s | %s | %s | %s | %s | %s |%n"
                        .formatted(
                                line.act(),
                                line.from() == null ? "–" : line.from(),
                                line.to(),
                                line.who().name().toLowerCase(Locale.ROOT),
                                line.second() ? "yes" : "no",
                                texts.text(Locale.ENGLISH, line.act().key("staff"))));
            }
        }
        return page.toString();
    }
}
