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
}
