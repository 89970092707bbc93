package fairway.forms;

import fairway.forms.Edition.Source;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a check says about these answers; says what the rule is and what was answered, never what to do about the law. */
public record Finding(
        String id,
        Level level,
        String textKey,
        Map<String, Object> args,
        @Nullable String path,
        @Nullable String page,
        Because because,
        Source source) {

    public Finding {
        args = Map.copyOf(args);
    }

    /** The number of the list entry it is about; 0 outside of lists. */
    public int instance() {
        int open = path == null ? -1 : path.indexOf('[');
        return path == null || open < 0 ? 0 : Integer.parseInt(path.substring(open + 1, path.indexOf(']')));
    }
}
