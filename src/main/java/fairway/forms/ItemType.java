package fairway.forms;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The type of one item with its limits; min and max mean length, size or value, as the kind says. */
public record ItemType(
        Kind kind,
        long min,
        long max,
        List<String> choices,
        Set<Option> options,
        @Nullable String pattern) {

    /** A restriction or extension that only some kinds know. */
    public enum Option {
        PAST,
        FUTURE,
        IN_CARE_OF,
        STATELESS
    }

    public ItemType {
        choices = List.copyOf(choices);
        options = Set.copyOf(options);
    }

    public boolean has(Option option) {
        return options.contains(option);
    }

    /** The boxes this item shows: those of its kind, less the ones it does not ask for. */
    public List<String> boxes() {
        return kind.boxes().stream()
                .filter(box -> !box.equals("in_care_of") || has(Option.IN_CARE_OF))
                .toList();
    }
}
