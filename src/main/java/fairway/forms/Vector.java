package fairway.forms;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A small change of a persona that proves what single rules say. */
record Vector(
        String base,
        @Nullable LocalDate today,
        Map<String, Object> change,
        Map<String, Object> context,
        Expect expect) {

    record Expect(
            List<String> fires,
            List<String> silent,
            @Nullable List<String> fees,
            List<String> asked,
            List<String> notAsked) {}
}
