package fairway.forms;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A check as the edition declares it; {@link Finding} is what it says about answers. */
public record CheckRule(
        String id,
        Level level,
        Condition when,
        @Nullable String at,
        @Nullable String each,
        Map<String, Condition> args,
        Source source) {

    public CheckRule {
        args = Map.copyOf(args);
    }

    public String textKey() {
        return "check." + id;
    }
}
