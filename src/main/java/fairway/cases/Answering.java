package fairway.cases;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person's one answer to a request for evidence, and what happens when none comes. */
@Component
class Answering {
    private final CaseFiles files;
    private final EvidenceRequests requests;
    private final CaseMoves moves;
    private final AnswerFiles attached;
    private final InstantSource clock;

    Answering(CaseFiles files, EvidenceRequests requests, CaseMoves moves, AnswerFiles attached, InstantSource clock) {
        this.files = files;
        this.requests = requests;
        this.moves = moves;
        this.attached = attached;
        this.clock = clock;
    }

    /** Locks the case first: of many answers sent at once the first counts and the others learn of it. */
    @Transactional
    AnswerResult answer(UUID account, ReceiptNumber receipt, String text) {
        var file = files.lockToAnswer(account, receipt);
        var request = file.flatMap(requests::latest);
        if (file.isEmpty() || request.isEmpty()) {
            return new AnswerResult.NothingAsked();
        }
        var now = clock.instant();
        var asked = request.get();
        if (asked.state() == RequestState.ANSWERED && asked.answeredAt() != null) {
            return new AnswerResult.AlreadyAnswered(asked.answeredAt());
        }
        if (!asked.openAt(now)) {
            return new AnswerResult.TooLate(asked.dueUntil());
        }
        if (text.isBlank() && !attached.any(asked.id())) {
            return new AnswerResult.Empty();
        }
        requests.answered(file.get(), asked.id(), text.strip(), now);
        attached.freeze(asked.id());
        moves.move(file.get(), CaseAct.ANSWER_REQUEST, Doer.person(account), new CaseMoves.Traces("", asked.id(), ""));
        return new AnswerResult.Answered(now);
    }

    /** Keeps what is written so far; says whether there is still something to answer. */
    @Transactional
    boolean keep(UUID account, ReceiptNumber receipt, String text) {
        var file = files.lockToAnswer(account, receipt);
        var open = file.flatMap(requests::latest).filter(request -> request.openAt(clock.instant()));
        open.ifPresent(request -> requests.draft(file.orElseThrow(), request.id(), text));
        return open.isPresent();
    }

    Optional<EvidenceRequest> openRequest(CaseFile file) {
        return requests.latest(file).filter(request -> request.openAt(clock.instant()));
    }

    /** The last day has passed; does nothing when the answer came first. */
    @Transactional
    void lapse(UUID request) {
        var file = requests.caseOf(request).flatMap(files::lock);
        if (file.isPresent() && requests.end(request, RequestState.OVERDUE)) {
            attached.freeze(request);
            moves.move(file.get(), CaseAct.REQUEST_LAPSED, Doer.SYSTEM, new CaseMoves.Traces("", request, ""));
        }
    }
}
