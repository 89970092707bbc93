package fairway.cases;

import fairway.calendar.Deadline;
import fairway.cases.CaseMoves.Traces;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What officers do: each act locks the case, checks right, version and table, and happens once. */
@Component
class OfficerActs {
    private final OfficerCases cases;
    private final CaseHistory history;
    private final CaseMoves moves;
    private final Asking asking;

    OfficerActs(OfficerCases cases, CaseHistory history, CaseMoves moves, Asking asking) {
        this.cases = cases;
        this.history = history;
        this.moves = moves;
        this.asking = asking;
    }

    @Transactional
    Optional<ReceiptNumber> takeNext(Officer officer) {
        return cases.lockNext(officer)
                .map(file -> moves.move(file, CaseAct.TAKE, Doer.of(officer), Traces.NONE))
                .map(CaseFile::receipt);
    }

    Deadline latestAnswerDay() {
        return asking.ceiling();
    }

    /** A note needs no version: it takes nothing away from anybody. */
    @Transactional
    ActResult note(Officer officer, ReceiptNumber receipt, String words) {
        var file = cases.lockReadable(officer, receipt);
        file.ifPresent(found -> moves.move(found, CaseAct.NOTE, Doer.of(officer), Traces.of(words)));
        return file.isPresent() ? new ActResult.Done() : new ActResult.NotYours();
    }

    @Transactional
    ActResult ask(Officer officer, CaseVersion seen, Asking.Question question) {
        return on(officer, seen, CaseAct.REQUEST_EVIDENCE, file -> asking.ask(file, Doer.of(officer), question));
    }

    @Transactional
    ActResult propose(Officer officer, CaseVersion seen, Decision decision, String reasons) {
        return simply(officer, seen, decision.proposal(), reasons);
    }

    @Transactional
    ActResult confirm(Officer officer, CaseVersion seen) {
        var decision =
                cases.readable(officer, seen.receipt()).flatMap(this::proposal).map(Proposal::decision);
        return decision.isEmpty()
                ? new ActResult.NotYours()
                : simply(officer, seen, decision.get().confirmation(), "");
    }

    /** Any act that needs no more than a few words. */
    @Transactional
    ActResult simply(Officer officer, CaseVersion seen, CaseAct act, String words) {
        return on(officer, seen, act, file -> {
            asking.closeOpen(file, act);
            moves.move(file, act, Doer.of(officer), Traces.of(words));
            return new ActResult.Done();
        });
    }

    Optional<Proposal> proposal(CaseFile file) {
        return file.state() == CaseState.DECISION_PENDING_REVIEW ? lastProposal(file) : Optional.empty();
    }

    /** The proposal the latest decision rests on. */
    Optional<Proposal> lastProposal(CaseFile file) {
        return history.of(file).stream()
                .filter(event -> decisionOf(event).isPresent() && event.actor() != null)
                .max(Comparator.comparingLong(CaseEvent::seq))
                .map(event -> new Proposal(
                        decisionOf(event).orElseThrow(),
                        java.util.Objects.requireNonNull(event.actor()),
                        event.at(),
                        event.words()));
    }

    private ActResult on(Officer officer, CaseVersion seen, CaseAct act, Function<CaseFile, ActResult> doing) {
        var found = cases.lockReadable(officer, seen.receipt());
        if (found.isEmpty()) {
            return new ActResult.NotYours();
        }
        var file = found.get();
        if (file.version() != seen.version()) {
            return new ActResult.Stale(history.since(file, seen.version()));
        }
        return open(officer, file).stream().anyMatch(line -> line.act() == act)
                ? doing.apply(file)
                : new ActResult.NotYours();
    }

    /** The acts this officer can do now: by table, by role, by whose case it is, and never the second of one's own. */
    List<Transition> open(Officer officer, CaseFile file) {
        var waiting = proposal(file).map(proposal -> proposal.decision().confirmation());
        return Lifecycle.TABLE.stream()
                .filter(line -> line.from() == file.state() && line.act() != CaseAct.TAKE)
                .filter(line -> Doer.of(officer).may(line.who()) && may(officer, file, line))
                .filter(line -> !decides(line)
                        || waiting.filter(act -> act == line.act()).isPresent())
                .toList();
    }

    private static boolean may(Officer officer, CaseFile file, Transition line) {
        if (line.second()) {
            return !officer.account().equals(file.proposer());
        }
        return line.act() == CaseAct.NOTE
                || line.who() == Who.SUPERVISOR
                || officer.account().equals(file.officer());
    }

    private static boolean decides(Transition line) {
        return line.act() == CaseAct.APPROVE || line.act() == CaseAct.DENY;
    }

    private static Optional<Decision> decisionOf(CaseEvent event) {
        return java.util.Arrays.stream(Decision.values())
                .filter(decision -> decision.proposal() == event.what())
                .findFirst();
    }
}
