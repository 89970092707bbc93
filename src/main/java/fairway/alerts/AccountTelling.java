package fairway.alerts;

import fairway.delivery.Channel;
import fairway.delivery.Delivery;
import fairway.delivery.Message;
import fairway.delivery.Purpose;
import fairway.identity.AccountClosed;
import fairway.identity.AccountErased;
import fairway.identity.Accounts;
import fairway.identity.AddressChanged;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Confirms what changed on an account to every e-mail address of its person, so that a change nobody asked for is noticed. */
@Component
class AccountTelling {
    private final Accounts accounts;
    private final Choices choices;
    private final Delivery delivery;

    AccountTelling(Accounts accounts, Choices choices, Delivery delivery) {
        this.accounts = accounts;
        this.choices = choices;
        this.delivery = delivery;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AddressChanged changed) {
        var link = "/account/profile/address/" + changed.change();
        confirm(changed.account(), "address/" + changed.change(), "alerts.address", link);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountClosed closed) {
        var link = accounts.linkToKeep(closed.account()).orElseThrow();
        var cause = link.substring(link.lastIndexOf('/') + 1).substring(0, 16);
        confirm(closed.account(), "closed/" + closed.account() + "/" + cause, "alerts.closed", link);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountErased erased) {
        choices.forget(erased.account());
    }

    private void confirm(UUID account, String cause, String template, String link) {
        var contact = accounts.contactOf(account);
        for (int i = 0; i < contact.emails().size(); i++) {
            delivery.send(new Message(
                    "alerts/" + cause + "/" + i,
                    Channel.EMAIL,
                    contact.emails().get(i),
                    contact.language(),
                    template,
                    Map.of("link", link),
                    account,
                    Purpose.SECURITY));
        }
    }
}
