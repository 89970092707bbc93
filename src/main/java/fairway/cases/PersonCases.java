package fairway.cases;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A person's own cases. */
@Component
class PersonCases {
    private final CaseFiles files;
    private final CaseHistory history;
    private final EvidenceRequests requests;
    private final Answering answering;
    private final InstantSource clock;

    PersonCases(
            CaseFiles files, CaseHistory history, EvidenceRequests requests, Answering answering, InstantSource clock) {
        this.files = files;
        this.history = history;
        this.requests = requests;
        this.answering = answering;
        this.clock = clock;
    }

    /** For a list: only what somebody waits for is read besides the cases themselves. */
    List<CaseView> of(UUID account) {
        return files.of(account).stream().map(this::brief).toList();
    }

    private CaseView brief(CaseFile file) {
        var asked = file.state() == CaseState.WAITING_ON_APPLICANT ? requests.of(file) : List.<EvidenceRequest>of();
        return new CaseView(file, List.of(), asked, clock.instant());
    }

    Optional<CaseView> of(UUID account, ReceiptNumber receipt) {
        return files.of(account, receipt).map(this::view);
    }

    AnswerResult answer(UUID account, ReceiptNumber receipt, AnswerBasis basis, String text) {
        return answering.answer(account, receipt, basis, text);
    }

    Answering.Kept keep(UUID account, ReceiptNumber receipt, AnswerBasis basis, String text) {
        return answering.keep(account, receipt, basis, text);
    }

    private CaseView view(CaseFile file) {
        var shown = history.of(file).stream()
                .filter(event -> event.what().shownToPerson())
                .sorted(Comparator.comparingLong(CaseEvent::seq).reversed())
                .toList();
        return new CaseView(file, shown, requests.of(file), clock.instant());
    }
}
