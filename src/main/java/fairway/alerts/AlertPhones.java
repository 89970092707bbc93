package fairway.alerts;

import fairway.delivery.Channel;
import fairway.delivery.Delivery;
import fairway.delivery.Message;
import fairway.delivery.Purpose;
import fairway.identity.Accounts;
import fairway.identity.Phone;
import fairway.identity.PhoneProof;
import fairway.limits.Limits;
import fairway.limits.Place;
import fairway.ui.Page;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The telephone that news goes to by text, from the code that proves it to the last text. */
@Service
class AlertPhones {
    private final Accounts accounts;
    private final Delivery delivery;
    private final Limits limits;

    AlertPhones(Accounts accounts, Delivery delivery, Limits limits) {
        this.accounts = accounts;
        this.delivery = delivery;
        this.limits = limits;
    }

    /** Sends a code; false where too many were asked for, by this account, from there or for this number. */
    @Transactional
    public boolean ask(UUID account, Phone phone, Page page) {
        var may = limits.takeForNewPhone(phone.e164(), Place.of(page.client()));
        var proof = may.permitted() ? accounts.provePhone(account, phone) : Optional.<PhoneProof>empty();
        proof.ifPresent(code -> delivery.send(new Message(
                "alerts/phone/" + code.id(),
                Channel.TEXT,
                phone.e164(),
                page.language(),
                "alerts.phone",
                Map.of("code", code.code()),
                account,
                Purpose.SECURITY)));
        return proof.isPresent();
    }

    @Transactional
    public PhoneProof.Check confirm(UUID account, String code, Page page) {
        var check = accounts.confirmPhone(account, code);
        if (check instanceof PhoneProof.Check.Right(var phone)) {
            delivery.resume(Channel.TEXT, phone.e164());
            delivery.agreed(Channel.TEXT, phone.e164(), account, page.language(), "alerts.phone.terms");
        }
        return check;
    }

    @Transactional
    public void remove(UUID account) {
        accounts.textTo(account, null);
    }
}
