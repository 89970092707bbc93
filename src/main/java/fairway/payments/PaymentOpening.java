package fairway.payments;

import fairway.ui.NotFound;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transactions in which a payment begins; whoever wants to pay the same package waits for its row. */
@Component
class PaymentOpening {
    private final PaymentPacks packs;
    private final Intents intents;
    private final Settlement settlement;
    private final PaymentWaiting waiting;

    PaymentOpening(PaymentPacks packs, Intents intents, Settlement settlement, PaymentWaiting waiting) {
        this.packs = packs;
        this.intents = intents;
        this.settlement = settlement;
        this.waiting = waiting;
    }

    /**
     * Stores the quote, in place of an older one as long as nothing is paid: once the first of two payments is in, the price
     * of the second stands.
     */
    @Transactional
    void open(UUID id, UUID account, Quote quote, String returnPath) {
        if (packs.lock(id).isEmpty()) {
            packs.open(id, account, packs.store(quote), returnPath);
        }
        var pack =
                packs.lock(id).filter(known -> known.account().equals(account)).orElseThrow(NotFound::new);
        boolean paid =
                pack.settled() || intents.of(id).stream().anyMatch(each -> each.state() == IntentState.SUCCEEDED);
        if (!paid && !packs.quote(pack.quote()).equals(quote)) {
            packs.requote(id, packs.store(quote), returnPath);
        }
        if (!paid && quote.payments().isEmpty()) {
            settlement.settleWithoutPayment(pack);
        }
    }

    /** The attempt under way, or a new one for the first group that is not paid; empty when nothing is left to pay. */
    @Transactional
    Optional<Intent> next(UUID id, UUID account, Locale language) {
        var pack =
                packs.lock(id).filter(known -> known.account().equals(account)).orElseThrow(NotFound::new);
        if (pack.settled()) {
            return Optional.empty();
        }
        var all = intents.of(id);
        var underWay = all.stream().filter(each -> each.state().underWay()).findFirst();
        if (underWay.isPresent()) {
            return underWay;
        }
        var quote = packs.quote(pack.quote());
        return quote.payments().stream()
                .filter(group -> all.stream()
                        .noneMatch(each -> each.group().equals(group) && each.state() == IntentState.SUCCEEDED))
                .findFirst()
                .map(group -> {
                    var intent = intents.create(pack, group, quote.total(group), language);
                    waiting.forAnswer(pack, intent);
                    return intent;
                });
    }
}
