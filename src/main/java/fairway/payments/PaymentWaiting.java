package fairway.payments;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import fairway.promises.Promises;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** What we wait for: each wait has a job that asks and a promise that becomes visible when nobody answers. */
@Component
class PaymentWaiting {
    static final TaskDescriptor<String> CHECK = TaskDescriptor.of("payments.check", String.class);
    static final TaskDescriptor<String> REFUND = TaskDescriptor.of("payments.refund", String.class);
    private static final String ANSWER = "payment.answer";
    private static final String MONEY_BACK = "payment.refund";

    private final SchedulerClient jobs;
    private final Promises promises;
    private final InstantSource clock;
    private final PaymentsSettings settings;

    PaymentWaiting(SchedulerClient jobs, Promises promises, InstantSource clock, PaymentsSettings settings) {
        this.jobs = jobs;
        this.promises = promises;
        this.clock = clock;
        this.settings = settings;
    }

    void forAnswer(Pack pack, Intent intent) {
        var now = clock.instant();
        promises.open(ANSWER, intent.id().toString(), pack.account(), now.plus(settings.checkUntil()));
        jobs.scheduleIfNotExists(
                CHECK.instance(intent.id().toString())
                        .data(intent.id().toString())
                        .build(),
                now.plus(settings.pauseAfter(Duration.ZERO)));
    }

    void over(Intent intent) {
        promises.keep(ANSWER, intent.id().toString());
    }

    /** Another attempt brought the money: ask about this one at once, so that its card page is closed. */
    void hurry(Intent intent) {
        jobs.reschedule(CHECK.instanceId(intent.id().toString()), clock.instant());
    }

    void forRefund(Pack pack, Intent intent) {
        var now = clock.instant();
        promises.open(MONEY_BACK, intent.id().toString(), pack.account(), now.plus(settings.checkUntil()));
        jobs.scheduleIfNotExists(
                REFUND.instance(intent.id().toString())
                        .data(intent.id().toString())
                        .build(),
                now);
    }

    void refunded(Intent intent) {
        promises.keep(MONEY_BACK, intent.id().toString());
    }

    boolean windowIsOver(Intent intent) {
        return !clock.instant().isBefore(intent.expiresAt());
    }
}
