package fairway.forms;

import fairway.forms.Edition.Source;
import java.util.List;
import java.util.Set;

/** One row of the eligibility table; every one stays choosable, offered or not. */
public record Category(
        String code,
        String card,
        List<String> boxes,
        List<String> reasons,
        Set<String> tags,
        boolean offered,
        Source source) {

    public Category {
        boxes = List.copyOf(boxes);
        reasons = List.copyOf(reasons);
        tags = Set.copyOf(tags);
    }
}
