package fairway.alerts;

import com.fasterxml.uuid.NoArgGenerator;
import fairway.delivery.Channel;
import fairway.delivery.Delivery;
import fairway.delivery.Message;
import fairway.delivery.Purpose;
import fairway.identity.Accounts;
import fairway.identity.Phone;
import fairway.identity.PhoneProof;
import fairway.limits.Limits;
import fairway.limits.Place;
import fairway.signin.SecurityNews;
import fairway.signin.Signin;
import fairway.ui.Page;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The telephone that news goes to by text, from the code that proves it to the last text. */
@Service
class AlertPhones {
    private final Accounts accounts;
    private final Delivery delivery;
    private final Signin signin;
    private final Around around;

    AlertPhones(Accounts accounts, Delivery delivery, Signin signin, Around around) {
        this.accounts = accounts;
        this.delivery = delivery;
        this.signin = signin;
        this.around = around;
    }

    @Component("alertPhonesAround")
    record Around(Limits limits, NoArgGenerator ids, ApplicationEventPublisher events) {}

    /** Sends a code; false where too many were asked for, by this account, from there or for this number. */
    @Transactional
    public boolean ask(UUID account, Phone phone, Page page) {
        var may = around.limits().takeForNewPhone(phone.e164(), Place.of(page.client()));
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
        var before = accounts.contactOf(account).phone();
        var check = accounts.confirmPhone(account, code);
        if (check instanceof PhoneProof.Check.Right(var phone)) {
            delivery.resume(Channel.TEXT, phone.e164());
            delivery.agreed(Channel.TEXT, phone.e164(), account, page.language(), "alerts.phone.terms");
            if (!phone.equals(before)) {
                tell(account, before);
            }
        }
        return check;
    }

    @Transactional
    public void remove(UUID account) {
        var before = accounts.contactOf(account).phone();
        accounts.textTo(account, null);
        if (before != null) {
            tell(account, before);
        }
    }

    /** At every address, and at the phone that hears nothing from now on. */
    private void tell(UUID account, @Nullable Phone before) {
        var change = around.ids().generate();
        around.events()
                .publishEvent(new SecurityNews(account, SecurityNews.What.NEWS_PHONE_CHANGED, change.toString()));
        var ways = signin.ways();
        if (before != null && !ways.phones(account).contains(before.e164()) && !ways.lost(account, before.e164())) {
            delivery.send(new Message(
                    "alerts/phone/left/" + change,
                    Channel.TEXT,
                    before.e164(),
                    accounts.contactOf(account).language(),
                    "alerts.phone_left",
                    Map.of("link", "/help"),
                    account,
                    Purpose.SECURITY));
        }
    }
}
