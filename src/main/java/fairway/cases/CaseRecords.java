package fairway.cases;

import fairway.cases.CaseMoves.Traces;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is on record about a case, for the machine itself. */
@Component
class CaseRecords {
    private final CaseFiles files;
    private final CaseHistory history;
    private final EvidenceRequests requests;
    private final CaseMoves moves;
    private final Applicants applicants;

    CaseRecords(
            CaseFiles files, CaseHistory history, EvidenceRequests requests, CaseMoves moves, Applicants applicants) {
        this.applicants = applicants;
        this.files = files;
        this.history = history;
        this.requests = requests;
        this.moves = moves;
    }

    Optional<PublicStatus> statusOf(ReceiptNumber receipt) {
        return files.statusOf(receipt);
    }

    Optional<CaseFile> find(UUID caseId) {
        return files.find(caseId);
    }

    Optional<CaseFile> seenBy(UUID account, UUID caseId) {
        return files.of(account, caseId);
    }

    String applicantOf(CaseFile file) {
        return applicants.of(file);
    }

    CaseEvent event(CaseFile file, long seq) {
        return history.since(file, seq - 1).getFirst();
    }

    Optional<EvidenceRequest> requestIn(CaseFile file) {
        return requests.latest(file);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void noticePosted(UUID caseId, UUID notice, String kind) {
        moves.move(files.lock(caseId).orElseThrow(), CaseAct.POST_NOTICE, Doer.SYSTEM, new Traces("", notice, kind));
    }

    OfficerView officerView(CaseFile file, @Nullable Proposal proposal, List<CaseAct> open) {
        return new OfficerView(file, history.of(file), requests.of(file), proposal, open);
    }
}
