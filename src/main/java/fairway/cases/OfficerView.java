package fairway.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as an officer reads it.
 *
 * @param open the acts this officer can do now
 */
public record OfficerView(
        CaseFile file,
        List<CaseEvent> history,
        List<EvidenceRequest> requests,
        @Nullable Proposal proposal,
        List<CaseAct> open) {
    public CaseVersion version() {
        return new CaseVersion(file.receipt(), file.version());
    }
}
