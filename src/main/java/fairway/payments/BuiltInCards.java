package fairway.payments;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import fairway.payments.CardSession.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The card provider for demonstrations and tests. It knows the rest of the module only as a customer: by orders, by the
 * address to send people back to, and by the calls it signs.
 */
@Component
class BuiltInCards implements CardProvider {
    static final TaskDescriptor<String> CALLBACK = TaskDescriptor.of("payments.card-callback", String.class);
    private static final Duration LATE = Duration.ofMinutes(10);

    private final CardSessions sessions;
    private final CallbackSignature signature;
    private final SchedulerClient jobs;
    private final InstantSource clock;
    private final PaymentsSettings settings;

    BuiltInCards(
            CardSessions sessions,
            CallbackSignature signature,
            SchedulerClient jobs,
            InstantSource clock,
            PaymentsSettings settings) {
        this.sessions = sessions;
        this.signature = signature;
        this.jobs = jobs;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public Outcome create(Order order) {
        return sessions.open(order).outcome(clock.instant());
    }

    @Override
    public Outcome fetch(UUID reference) {
        return sessions.by(reference)
                .map(session -> session.outcome(clock.instant()))
                .orElseGet(Outcome.Unheard::new);
    }

    @Override
    public Outcome close(UUID reference) {
        sessions.end(reference, State.CLOSED, null, null);
        return fetch(reference);
    }

    @Override
    public Outcome refund(UUID reference) {
        sessions.refund(reference);
        return fetch(reference);
    }

    @Override
    public Optional<Callback> verify(String signed, byte[] body) {
        return signature.holds(signed, body) ? CallbackBody.read(body) : Optional.empty();
    }

    /** Plays the card; false when the page was used or closed before. */
    @Transactional
    boolean pay(CardSession session, MagicCard card) {
        var now = clock.instant();
        return switch (card) {
            case APPROVED -> end(session, State.APPROVED, now, card) && call(session, now, 1);
            case DECLINED -> end(session, State.DECLINED, now, card) && call(session, now, 1);
            case NO_FUNDS -> end(session, State.NO_FUNDS, now, card) && call(session, now, 1);
            case ABANDONED -> cancel(session);
            case SLOW -> {
                var decided = now.plus(settings.slowCard());
                yield end(session, State.APPROVED, decided, card) && call(session, decided, 1);
            }
            case ANSWER_LOST -> end(session, State.APPROVED, now, card);
            case TOLD_TWICE -> end(session, State.APPROVED, now, card) && call(session, now, 2);
            case LATE -> {
                var decided = session.expiresAt().plus(LATE);
                yield end(session, State.LATE, decided, card) && call(session, decided, 1);
            }
        };
    }

    @Transactional
    boolean cancel(CardSession session) {
        return sessions.end(session.reference(), State.CANCELLED, null, null) && call(session, clock.instant(), 1);
    }

    private boolean end(CardSession session, State state, Instant decidesAt, MagicCard card) {
        return sessions.end(session.reference(), state, decidesAt, card.lastFour());
    }

    private boolean call(CardSession session, Instant at, int times) {
        for (int time = 1; time <= times; time++) {
            jobs.scheduleIfNotExists(
                    CALLBACK.instance(session.reference() + "." + time)
                            .data(session.reference().toString())
                            .build(),
                    at);
        }
        return true;
    }
}
