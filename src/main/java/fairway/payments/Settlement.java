package fairway.payments;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down what the card provider answered, whoever asked: the return page, the callback or the check. All wait for the
 * package's row; the first finds the step still open, the others find it taken.
 */
@Component
class Settlement {
    private final PaymentPacks packs;
    private final Intents intents;
    private final PaymentLedger ledger;
    private final PaymentWaiting waiting;
    private final Announcements news;

    Settlement(PaymentPacks packs, Intents intents, PaymentLedger ledger, PaymentWaiting waiting, Announcements news) {
        this.packs = packs;
        this.intents = intents;
        this.ledger = ledger;
        this.waiting = waiting;
        this.news = news;
    }

    @Transactional
    void write(UUID id, CardProvider.Outcome answer) {
        var pack = packs.lock(intents.find(id).orElseThrow().pack()).orElseThrow();
        var intent = intents.find(id).orElseThrow();
        switch (answer) {
            case CardProvider.Outcome.Open(var url) -> intents.step(id, IntentStep.START, null, null);
            case CardProvider.Outcome.Deciding() -> {
                started(intent);
                intents.step(id, IntentStep.DOUBT, null, null);
            }
            case CardProvider.Outcome.Succeeded(var lastFour) -> {
                started(intent);
                succeeded(pack, intent, lastFour);
            }
            case CardProvider.Outcome.Declined(var reason) -> {
                started(intent);
                failed(intent, IntentStep.DECLINE, reason, "declined");
            }
            case CardProvider.Outcome.Cancelled() -> {
                started(intent);
                failed(intent, IntentStep.CANCEL, null, "cancelled");
            }
            case CardProvider.Outcome.Expired() -> failed(intent, IntentStep.EXPIRE, null, "expired");
            case CardProvider.Outcome.Refunded() -> returned(intent);
            case CardProvider.Outcome.Unheard() -> unheard(intent);
        }
    }

    /** Nothing is owed: settled without a card. */
    @Transactional
    void settleWithoutPayment(Pack pack) {
        settle(pack.id());
    }

    private void started(Intent intent) {
        if (intent.state() == IntentState.CREATED) {
            intents.step(intent.id(), IntentStep.START, null, null);
        }
    }

    private void succeeded(Pack pack, Intent intent, String lastFour) {
        var others = intents.of(pack.id()).stream()
                .filter(other -> !other.id().equals(intent.id()))
                .toList();
        boolean paid = others.stream()
                .anyMatch(other -> other.group().equals(intent.group()) && other.state() == IntentState.SUCCEEDED);
        if (paid) {
            oweBack(pack, intent, lastFour);
        } else if (intents.step(intent.id(), IntentStep.SUCCEED, null, lastFour)) {
            ledger.received(intent, packs.quote(intent.quote()).of(intent.group()));
            waiting.over(intent);
            news.paid(intent);
            others.stream().filter(other -> other.state().underWay()).forEach(waiting::hurry);
            settleIfAllIsPaid(pack);
        }
    }

    private void oweBack(Pack pack, Intent intent, String lastFour) {
        if (intents.step(intent.id(), IntentStep.OWE_BACK, null, lastFour)) {
            ledger.receivedWithoutNeed(intent);
            waiting.over(intent);
            waiting.forRefund(pack, intent);
            news.owedBack(intent);
        }
    }

    private void settleIfAllIsPaid(Pack pack) {
        var paid = intents.of(pack.id()).stream()
                .filter(each -> each.state() == IntentState.SUCCEEDED)
                .map(Intent::group)
                .toList();
        if (paid.containsAll(packs.quote(pack.quote()).payments())) {
            settle(pack.id());
        }
    }

    private void settle(UUID pack) {
        if (packs.settle(pack)) {
            news.settled(pack);
        }
    }

    private void failed(Intent intent, IntentStep step, @Nullable String reason, String how) {
        if (intents.step(intent.id(), step, reason, null)) {
            waiting.over(intent);
            news.failed(intent, how);
        }
    }

    private void returned(Intent intent) {
        if (intents.step(intent.id(), IntentStep.GIVE_BACK, null, null)) {
            ledger.givenBack(intent);
            waiting.refunded(intent);
            news.givenBack(intent);
        }
    }

    /** The provider lost it, or never got our call: only the second is harmless. */
    private void unheard(Intent intent) {
        if (intent.state() != IntentState.CREATED) {
            intents.step(intent.id(), IntentStep.DOUBT, null, null);
        } else if (waiting.windowIsOver(intent)) {
            failed(intent, IntentStep.EXPIRE, null, "expired");
        }
    }
}
