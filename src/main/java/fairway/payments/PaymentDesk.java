package fairway.payments;

import fairway.payments.CardProvider.Order;
import fairway.payments.CardProvider.Outcome;
import fairway.ui.NotFound;
import fairway.ui.Texts;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Leads a person to the card page: asks first what became of earlier attempts, then opens the next. */
@Component
class PaymentDesk {
    private static final int ROUNDS = 4;

    private final PaymentPacks packs;
    private final PaymentOpening opening;
    private final PaymentInquiry inquiry;
    private final Texts texts;

    PaymentDesk(PaymentPacks packs, PaymentOpening opening, PaymentInquiry inquiry, Texts texts) {
        this.packs = packs;
        this.opening = opening;
        this.inquiry = inquiry;
        this.texts = texts;
    }

    Begin begin(UUID pack, UUID account, Quote quote, String returnPath, Locale language) {
        opening.open(pack, account, quote, returnPath);
        return resume(pack, account, language);
    }

    /** As {@link #begin}, by the quote that is stored. */
    Begin resume(UUID id, UUID account, Locale language) {
        for (int round = 0; round < ROUNDS; round++) {
            inquiry.askAll(id);
            var next = opening.next(id, account, language);
            if (next.isEmpty()) {
                return settled(id);
            }
            var intent = next.get();
            if (intent.state() == IntentState.UNKNOWN) {
                return new Begin.Pending(intent.changedAt());
            }
            try {
                if (outdated(intent)) {
                    inquiry.close(intent.id());
                } else if (inquiry.open(intent, order(intent)) instanceof Outcome.Open(var url)) {
                    return new Begin.Redirect(url);
                }
            } catch (CardProvider.Unreachable silent) {
                return new Begin.Unavailable();
            }
        }
        return new Begin.Unavailable();
    }

    private Begin settled(UUID id) {
        var pack = packs.find(id).orElseThrow(NotFound::new);
        return packs.quote(pack.quote()).payments().isEmpty() ? new Begin.NothingOwed() : new Begin.AlreadyPaid();
    }

    /** A price that changed while the card page was open. */
    private boolean outdated(Intent intent) {
        var pack = packs.find(intent.pack()).orElseThrow(NotFound::new);
        return packs.quote(pack.quote()).total(intent.group()) != intent.cents();
    }

    private Order order(Intent intent) {
        var language = intent.language();
        var prefix = language.equals(Locale.ENGLISH) ? "" : "/" + language.getLanguage();
        return new Order(
                intent.id(),
                intent.cents(),
                texts.text(language, "payments.group." + intent.group()),
                prefix + "/payments/" + intent.pack() + "/return",
                language,
                intent.expiresAt());
    }
}
