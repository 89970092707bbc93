package fairway.drafts;

import fairway.forms.PageState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A draft at a glance: what is done, what is left, how long it is kept. */
record Checklist(String path, Form form, Left left, List<Section> sections, Instant touched, Instant expires) {

    record Form(String number, String title, LocalDate edition) {}

    /** What is left and where to go on. */
    record Left(int percent, int minutes, String next, boolean untouched, boolean complete, boolean open) {}

    record Section(String id, String title, State state, int minutes, List<Line> pages) {}

    record Line(String title, @Nullable String path, State state) {}

    /** A state as its word and colour. */
    enum State {
        NOT_STARTED("quiet"),
        IN_PROGRESS("info"),
        COMPLETE("done"),
        ATTENTION("todo"),
        NOT_NEEDED("quiet"),
        WAITING("quiet");

        private final String kind;

        State(String kind) {
            this.kind = kind;
        }

        String kind() {
            return kind;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(PageState state) {
            return valueOf(state.name());
        }
    }
}
