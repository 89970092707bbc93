package fairway.alerts;

import fairway.delivery.Channel;
import fairway.delivery.Delivery;
import fairway.delivery.Message;
import fairway.delivery.Purpose;
import fairway.identity.AccountClosed;
import fairway.identity.AccountErased;
import fairway.identity.Accounts;
import fairway.identity.AddressChanged;
import fairway.identity.EmailAddress;
import java.util.List;
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
        var everywhere = accounts.safety().addresses(changed.account()).stream()
                .map(EmailAddress::value)
                .toList();
        confirm(changed.account(), everywhere, "address/" + changed.change(), "alerts.address", link);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountClosed closed) {
        var link = accounts.linkToKeep(closed.account()).orElseThrow();
        var cause = link.substring(link.lastIndexOf('/') + 1).substring(0, 16);
        confirm(
                closed.account(),
                accounts.contactOf(closed.account()).emails(),
                "closed/" + closed.account() + "/" + cause,
                "alerts.closed",
                link);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountErased erased) {
        choices.forget(erased.account());
    }

    private void confirm(UUID account, List<String> emails, String cause, String template, String link) {
        var language = accounts.contactOf(account).language();
        for (int i = 0; i < emails.size(); i++) {
            delivery.send(new Message(
                    "alerts/" + cause + "/" + i,
                    Channel.EMAIL,
                    emails.get(i),
                    language,
                    template,
                    Map.of("link", link),
                    account,
                    Purpose.SECURITY));
        }
    }
}
