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

    /** What became of a save. */
    sealed interface Kept {
        record Saved(AnswerBasis next) implements Kept {}

        /** Nothing new was typed here, but somewhere else; that stays. */
        record Newer() implements Kept {}

        /** Something else was typed here and somewhere else; nothing was written. */
        record Apart(UnsentAnswer kept) implements Kept {}

        /** There is nothing to answer any more. */
        record Over() implements Kept {}
    }

    /** Locks the case first: of many answers sent at once the first counts and the others learn of it. */
    @Transactional
    AnswerResult answer(UUID account, ReceiptNumber receipt, AnswerBasis basis, String text) {
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
        var newer = basis.newer(asked.draft(), text);
        if (newer != AnswerBasis.Newer.MINE) {
            return new AnswerResult.Changed(asked.draft(), newer == AnswerBasis.Newer.BOTH);
        }
        if (text.isBlank() && !attached.any(asked.id())) {
            return new AnswerResult.Empty();
        }
        requests.answered(file.get(), asked.id(), text.strip(), now);
        attached.freeze(asked.id());
        moves.move(file.get(), CaseAct.ANSWER_REQUEST, Doer.person(account), new CaseMoves.Traces("", asked.id(), ""));
        return new AnswerResult.Answered(now);
    }

    /** Keeps what is written so far, unless that would overwrite what its page has not shown. */
    @Transactional
    Kept keep(UUID account, ReceiptNumber receipt, AnswerBasis basis, String text) {
        var file = files.lockToAnswer(account, receipt);
        var open = file.flatMap(requests::latest).filter(request -> request.openAt(clock.instant()));
        if (file.isEmpty() || open.isEmpty()) {
            return new Kept.Over();
        }
        var kept = open.get().draft();
        return switch (basis.newer(kept, text)) {
            case MINE -> new Kept.Saved(basis.after(write(file.get(), open.get(), basis, text)));
            case THEIRS -> new Kept.Newer();
            case BOTH -> new Kept.Apart(kept);
        };
    }

    private UnsentAnswer write(CaseFile file, EvidenceRequest request, AnswerBasis basis, String text) {
        var kept = request.draft();
        if (kept.text().equals(text)) {
            return kept;
        }
        var next = new UnsentAnswer(text, kept.rev() + 1, basis.window(), clock.instant());
        requests.draft(file, request.id(), next);
        return next;
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
