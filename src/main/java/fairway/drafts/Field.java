package fairway.drafts;

import fairway.forms.ItemType;
import fairway.forms.Kind;
import fairway.ui.Option;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One question as it stands on a page; {@code name} is what its inputs are called. */
record Field(String name, ItemType type, Words words, Map<String, String> typed, List<Option> options, State state) {

    /** What the person reads. */
    record Words(
            String label,
            @Nullable String help,
            @Nullable String why,
            @Nullable String official) {}

    /**
     * How it stands.
     *
     * @param says the answers it takes beside a value: none, unknown, withheld
     * @param only when it is asked only for certain answers to another question of the page
     */
    record State(
            boolean optional,
            boolean large,
            List<Option> says,
            @Nullable Only only) {}

    /** Shown for one of these answers to a question of the same page; the sentence is for readers without scripts. */
    record Only(String rule, String sentence) {}

    Kind kind() {
        return type.kind();
    }

    String text(String box) {
        return typed.getOrDefault(box, "");
    }

    String text() {
        return text("");
    }

    List<String> chosen() {
        return text().isEmpty() ? List.of() : List.of(text().split(" "));
    }

    @Nullable
    String showWhen() {
        return state.only() == null ? null : state.only().rule();
    }

    Optional<String> said() {
        return Optional.ofNullable(typed.get(Names.SAID));
    }

    boolean manyOptions() {
        return options.size() > 8;
    }
}
