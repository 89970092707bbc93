package fairway.payments;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the card provider what became of a payment and has the answer written; never inside a transaction. */
@Component
class PaymentInquiry {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentInquiry.class);

    private final CardProvider provider;
    private final Intents intents;
    private final Settlement settlement;
    private final PaymentWaiting waiting;

    PaymentInquiry(CardProvider provider, Intents intents, Settlement settlement, PaymentWaiting waiting) {
        this.provider = provider;
        this.intents = intents;
        this.settlement = settlement;
        this.waiting = waiting;
    }

    /** Asks about every attempt of the package that is still under way. */
    void askAll(UUID pack) {
        intents.of(pack).stream().filter(each -> each.state().underWay()).forEach(each -> ask(each.id()));
    }

    void ask(UUID id) {
        var intent = intents.find(id).orElseThrow();
        try {
            var answer = provider.fetch(id);
            if (answer instanceof CardProvider.Outcome.Open
                    && (waiting.windowIsOver(intent) || paidOtherwise(intent))) {
                answer = provider.close(id);
            }
            settlement.write(id, answer);
        } catch (CardProvider.Unreachable silent) {
            LOG.warn("no answer from the card provider intent={}", id);
            if (intent.state() == IntentState.STARTED) {
                settlement.write(id, new CardProvider.Outcome.Deciding());
            }
        }
    }

    /** Opens the card page for this attempt, or finds it open. */
    CardProvider.Outcome open(Intent intent, CardProvider.Order order) {
        var answer = provider.create(order);
        settlement.write(intent.id(), answer);
        return answer;
    }

    /** Makes sure that the card page of this attempt cannot be used any more. */
    void close(UUID id) {
        settlement.write(id, provider.close(id));
    }

    void refund(UUID id) {
        settlement.write(id, provider.refund(id));
    }

    private boolean paidOtherwise(Intent intent) {
        return intents.of(intent.pack()).stream()
                .anyMatch(other -> other.group().equals(intent.group()) && other.state() == IntentState.SUCCEEDED);
    }
}
