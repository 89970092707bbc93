package fairway.cases;

import fairway.audit.Act;
import fairway.audit.Audit;
import fairway.audit.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Applies one line of the transition table to a locked case: state, history, audit and news in one transaction. */
@Component
class CaseMoves {
    private final CaseFiles files;
    private final CaseHistory history;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    CaseMoves(
            CaseFiles files, CaseHistory history, Audit audit, ApplicationEventPublisher events, InstantSource clock) {
        this.files = files;
        this.history = history;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** What an act leaves behind beside the new state. */
    record Traces(String words, @Nullable UUID reference, String detail) {
        static final Traces NONE = new Traces("", null, "");

        static Traces of(String words) {
            return new Traces(words, null, "");
        }
    }

    CaseFile move(CaseFile file, CaseAct act, Doer doer, Traces traces) {
        var line = Lifecycle.next(file.state(), act)
                .filter(next -> doer.may(next.who()))
                .orElseThrow(() -> new IllegalStateException(doer.who() + " may not " + act + " in " + file.state()));
        if (line.second() && doer.id() != null && doer.id().equals(file.proposer())) {
            throw new IllegalStateException(act + " takes a second person");
        }
        var now = clock.instant();
        var moved = after(file, line, doer, now);
        files.save(moved);
        record(moved, act, doer, traces, now);
        return moved;
    }

    /** The first event of a new case. */
    void opened(CaseFile file) {
        record(file, CaseAct.OPEN, Doer.SYSTEM, Traces.NONE, clock.instant());
    }

    private void record(CaseFile file, CaseAct act, Doer doer, Traces traces, Instant now) {
        history.add(
                file,
                new CaseEvent(
                        file.version(),
                        act,
                        file.state(),
                        doer.who(),
                        doer.id(),
                        now,
                        traces.words(),
                        traces.reference(),
                        traces.detail()));
        audit.record(new Act(
                doer.audited(),
                "case." + act.name(),
                new Subject("case", file.id().toString()),
                Map.of(
                        "seq",
                        Long.toString(file.version()),
                        "state",
                        file.state().name())));
        events.publishEvent(new CaseChanged(file.id(), act, file.version()));
    }

    private static CaseFile after(CaseFile file, Transition line, Doer doer, Instant now) {
        var officer = switch (line.act()) {
            case TAKE -> doer.id();
            case PUT_BACK, REOPEN -> null;
            default -> file.officer();
        };
        var proposer = switch (line.act()) {
            case PROPOSE_APPROVAL, PROPOSE_DENIAL -> doer.id();
            case TAKE_BACK, SEND_BACK, REOPEN -> null;
            default -> file.proposer();
        };
        return new CaseFile(
                file.id(),
                file.filing(),
                file.account(),
                file.form(),
                file.edition(),
                file.receipt(),
                line.to(),
                file.version() + 1,
                file.key(),
                file.shielded(),
                officer,
                proposer,
                file.receivedAt(),
                now,
                line.act().shownToPerson() && line.to() != line.from() ? now : file.shownSince());
    }
}
