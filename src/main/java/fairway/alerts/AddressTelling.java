package fairway.alerts;

import fairway.delivery.Channel;
import fairway.delivery.Delivery;
import fairway.delivery.Message;
import fairway.delivery.Purpose;
import fairway.identity.Accounts;
import fairway.identity.AddressChanged;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Confirms a new address to every e-mail address of its person, so that a change nobody asked for is noticed. */
@Component
class AddressTelling {
    private final Accounts accounts;
    private final Delivery delivery;

    AddressTelling(Accounts accounts, Delivery delivery) {
        this.accounts = accounts;
        this.delivery = delivery;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AddressChanged changed) {
        var contact = accounts.contactOf(changed.account());
        for (int i = 0; i < contact.emails().size(); i++) {
            delivery.send(new Message(
                    "alerts/address/" + changed.change() + "/" + i,
                    Channel.EMAIL,
                    contact.emails().get(i),
                    contact.language(),
                    "alerts.address",
                    Map.of("link", "/account/profile/address/" + changed.change()),
                    contact.account(),
                    Purpose.SECURITY));
        }
    }
}
