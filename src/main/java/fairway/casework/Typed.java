package fairway.casework;

import fairway.cases.CaseEvent;
import fairway.ui.Problem;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * What an officer typed before something stood in the way; nothing of it is lost.
 *
 * @param meanwhile what happened to the case since its page was shown
 */
record Typed(Map<String, String> values, List<Problem> problems, List<CaseEvent> meanwhile) {
    static final Typed NOTHING = new Typed(Map.of(), List.of(), List.of());

    String of(String field) {
        return values.getOrDefault(field, "");
    }

    boolean stale() {
        return !meanwhile.isEmpty();
    }

    HttpStatus status() {
        if (stale()) {
            return HttpStatus.CONFLICT;
        }
        return problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
