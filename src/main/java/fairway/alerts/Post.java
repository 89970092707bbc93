package fairway.alerts;

import fairway.delivery.Channel;
import fairway.delivery.Delivery;
import fairway.delivery.Message;
import fairway.delivery.Purpose;
import fairway.identity.Accounts;
import fairway.identity.Contact;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** One alert on every channel a person has chosen. */
@Component("alertsPost")
class Post {
    private final Accounts accounts;
    private final Delivery delivery;

    Post(Accounts accounts, Delivery delivery) {
        this.accounts = accounts;
        this.delivery = delivery;
    }

    void tell(UUID account, String cause, String template) {
        tell(account, cause, template, contact -> Map.of());
    }

    /** With values in the words of the person. */
    void tell(UUID account, String cause, String template, Function<Contact, Map<String, String>> values) {
        if (accounts.find(account).isEmpty()) {
            return;
        }
        var contact = accounts.contactOf(account);
        for (int i = 0; i < contact.emails().size(); i++) {
            send(contact, cause + "/email/" + i, Channel.EMAIL, contact.emails().get(i), template, values);
        }
        text(contact, cause, template, values);
    }

    /** Where e-mail does not arrive, and the other way round. */
    void tellElsewhere(UUID account, Channel failed, String cause, String template) {
        if (accounts.find(account).isEmpty()) {
            return;
        }
        var contact = accounts.contactOf(account);
        if (failed == Channel.EMAIL) {
            text(contact, cause, template, any -> Map.of());
        } else {
            for (int i = 0; i < contact.emails().size(); i++) {
                send(
                        contact,
                        cause + "/email/" + i,
                        Channel.EMAIL,
                        contact.emails().get(i),
                        template,
                        any -> Map.of());
            }
        }
    }

    private void text(Contact contact, String cause, String template, Function<Contact, Map<String, String>> values) {
        var phone = contact.phone();
        if (phone != null) {
            send(contact, cause + "/text", Channel.TEXT, phone.e164(), template, values);
        }
    }

    private void send(
            Contact contact,
            String dedupe,
            Channel channel,
            String address,
            String template,
            Function<Contact, Map<String, String>> values) {
        var all = new HashMap<>(values.apply(contact));
        all.put("link", "/account");
        delivery.send(new Message(
                "alerts/" + dedupe,
                channel,
                address,
                contact.language(),
                template,
                all,
                contact.account(),
                Purpose.CASE));
    }
}
