package fairway.forms;

import java.util.List;

/** The paths of the answers that decided something, as few as will do. */
public record Because(List<String> paths) {
    public static final Because NOTHING = new Because(List.of());

    public Because {
        paths = List.copyOf(paths);
    }

    static Because of(Outcome outcome) {
        return new Because(List.copyOf(outcome.basis().paths()));
    }
}
