package fairway.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with one field and how to put it right; {@code field} is the input's name. */
public record Problem(String field, String message) {
    /** The message for this field, or null: written for templates, where null leaves a part out. */
    public static @Nullable String at(List<Problem> problems, String field) {
        for (var problem : problems) {
            if (problem.field().equals(field)) {
                return problem.message();
            }
        }
        return null;
    }

    /** The ids a field is described by, or null when there is nothing to say. */
    public static @Nullable String describedBy(String field, @Nullable String hint, @Nullable String problem) {
        if (hint == null && problem == null) {
            return null;
        }
        var error = problem == null ? "" : field + "-error";
        return hint == null ? error : (field + "-hint " + error).strip();
    }
}
