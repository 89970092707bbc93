package fairway.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A case as the person sees it: where it stands, everything that happened (newest first), what was asked of them. */
public record CaseView(CaseFile file, List<CaseEvent> history, List<EvidenceRequest> requests, Instant now) {
    public Optional<EvidenceRequest> open() {
        return requests.stream().filter(request -> request.openAt(now)).findFirst();
    }

    List<CaseEvent> notices() {
        return history.stream()
                .filter(event -> event.what() == CaseAct.POST_NOTICE)
                .toList();
    }
}
