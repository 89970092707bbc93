package fairway.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The paths of the answers that decided something, as few as will do. */
public record Because(List<String> paths) {
    public static final Because NOTHING = new Because(List.of());

    public Because {
        paths = List.copyOf(paths);
    }

    static Because of(Outcome outcome) {
        return new Because(List.copyOf(outcome.basis().paths()));
    }

    /** One answer that decided something, in words: because you answered this to that question on that page. */
    public record Reason(String path, @Nullable String page, String question, String answer) {}
}
