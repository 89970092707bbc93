package fairway.payments;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks again and again about a payment until the answer is final; nobody has to come back for it. */
@Component
class PaymentChecks {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentChecks.class);

    private final PaymentInquiry inquiry;
    private final Intents intents;
    private final PaymentsSettings settings;
    private final InstantSource clock;

    PaymentChecks(PaymentInquiry inquiry, Intents intents, PaymentsSettings settings, InstantSource clock) {
        this.inquiry = inquiry;
        this.intents = intents;
        this.settings = settings;
        this.clock = clock;
    }

    /** When to ask next; empty when there is nothing left to learn. */
    Optional<Instant> check(UUID id) {
        inquiry.ask(id);
        var intent = intents.find(id).orElseThrow();
        var age = Duration.between(intent.createdAt(), clock.instant());
        boolean old = age.compareTo(settings.checkUntil()) >= 0;
        boolean more = switch (intent.state()) {
            case CREATED, STARTED, UNKNOWN -> true;
            // Money that arrives after we gave up must still be found.
            case EXPIRED, CANCELLED -> !old;
            case SUCCEEDED, DECLINED, REFUND_PENDING, REFUNDED -> false;
        };
        if (more && old) {
            LOG.warn("payment without an answer for {} intent={}", age, id);
        }
        return more ? Optional.of(clock.instant().plus(settings.pauseAfter(age))) : Optional.empty();
    }
}
