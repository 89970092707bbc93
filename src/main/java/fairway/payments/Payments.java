package fairway.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Fees and their payment by card. The money is certain only when {@link PaymentsSettled} is published; nothing else, least
 * of all the return of the person, says so.
 */
@Service
public class Payments {
    private final FeeSchedule schedule = FeeSchedule.read();
    private final PaymentsSettings settings;
    private final PaymentDesk desk;
    private final PaymentPacks packs;
    private final Intents intents;

    Payments(PaymentsSettings settings, PaymentDesk desk, PaymentPacks packs, Intents intents) {
        this.settings = settings;
        this.desk = desk;
        this.packs = packs;
        this.intents = intents;
    }

    /** Prices by the rows in force on that day; an unknown code or a day without a price is a fault of the edition. */
    public Quote quote(List<FeeCode> codes, LocalDate on) {
        return new Quote(on, codes.stream().map(code -> schedule.line(code, on)).toList());
    }

    /** Whether the quote holds nothing that stops the payment here: unconfirmed fees do, except in a demonstration. */
    public boolean payable(Quote quote) {
        return settings.acceptUnconfirmed() || quote.unconfirmed().isEmpty();
    }

    /**
     * Begins the next payment of the package or leads back to the one under way. Asks the card provider, so it must not be
     * called inside a transaction. A package that owes nothing is settled at once.
     */
    public Begin begin(UUID pack, UUID account, Quote quote, String returnPath, Locale language) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("begin() asks another company and must not run inside a transaction");
        }
        if (!payable(quote)) {
            return new Begin.NotConfirmed(quote.unconfirmed());
        }
        return desk.begin(pack, account, quote, returnPath, language);
    }

    /** What we know without asking; the caller has checked that the package is theirs to see. */
    public PaymentState stateOf(UUID id) {
        return packs.find(id).map(this::stateOf).orElseGet(PaymentState.Nothing::new);
    }

    private PaymentState stateOf(Pack pack) {
        var quote = packs.quote(pack.quote());
        var attempts = intents.of(pack.id());
        var views = quote.payments().stream()
                .map(group -> view(group, quote.total(group), attempts))
                .toList();
        var unknown = views.stream()
                .filter(each -> each.state() == IntentState.UNKNOWN)
                .findFirst();
        if (pack.settledAt() != null) {
            return new PaymentState.Paid(views, pack.settledAt());
        }
        if (unknown.isPresent()) {
            return new PaymentState.Pending(views, since(unknown.get()));
        }
        return views.stream().anyMatch(IntentView::paid)
                ? new PaymentState.PartlyPaid(views)
                : new PaymentState.Owed(views);
    }

    private static Instant since(IntentView view) {
        return view.since() == null ? Instant.EPOCH : view.since();
    }

    /** The attempt that counts: the paid one, else the last one whose money is not on its way back. */
    private static IntentView view(String group, long cents, List<Intent> attempts) {
        var own = attempts.stream().filter(each -> each.group().equals(group)).toList();
        return own.stream()
                .filter(each -> each.state() == IntentState.SUCCEEDED)
                .findFirst()
                .or(() -> own.stream()
                        .filter(each ->
                                each.state() != IntentState.REFUND_PENDING && each.state() != IntentState.REFUNDED)
                        .reduce((earlier, later) -> later))
                .map(Intent::view)
                .orElseGet(() -> new IntentView(group, cents, null, null, null, null));
    }
}
