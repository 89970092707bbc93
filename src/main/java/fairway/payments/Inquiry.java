package fairway.payments;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the card processor what became of a payment and has the answer written; never inside a transaction. */
@Component
class Inquiry {
    private static final Logger LOG = LoggerFactory.getLogger(Inquiry.class);

    private final CardProcessor processor;
    private final Intents intents;
    private final Settlement settlement;
    private final Waiting waiting;

    Inquiry(CardProcessor processor, Intents intents, Settlement settlement, Waiting waiting) {
        this.processor = processor;
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
            var answer = processor.fetch(id);
            if (answer instanceof CardProcessor.Outcome.Open && (waiting.windowIsOver(intent) || paidOtherwise(intent))) {
                answer = processor.close(id);
            }
            settlement.write(id, answer);
        } catch (CardProcessor.Unreachable silent) {
            LOG.warn("no answer from the card processor intent={}", id);
            if (intent.state() == IntentState.STARTED) {
                settlement.write(id, new CardProcessor.Outcome.Deciding());
            }
        }
    }

    /** Opens the card page for this attempt, or finds it open. */
    CardProcessor.Outcome open(Intent intent, CardProcessor.Order order) {
        var answer = processor.create(order);
        settlement.write(intent.id(), answer);
        return answer;
    }

    /** Makes sure that the card page of this attempt cannot be used any more. */
    void close(UUID id) {
        settlement.write(id, processor.close(id));
    }

    void refund(UUID id) {
        settlement.write(id, processor.refund(id));
    }

    private boolean paidOtherwise(Intent intent) {
        return intents.of(intent.pack()).stream()
                .anyMatch(other ->
                        other.group().equals(intent.group()) && other.state() == IntentState.SUCCEEDED);
    }
}
