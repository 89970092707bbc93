package fairway.alerts;

import fairway.delivery.Channel;
import fairway.delivery.Delivery;
import fairway.delivery.Message;
import fairway.delivery.Purpose;
import fairway.identity.Accounts;
import fairway.identity.Contact;
import fairway.signin.Signin;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * One alert by every channel a person has chosen for its kind; where that is a phone or mailbox they reported as lost, by the
 * other one.
 */
@Component("alertsPost")
class Post {
    private final Accounts accounts;
    private final Choices choices;
    private final Delivery delivery;
    private final Signin signin;

    Post(Accounts accounts, Choices choices, Delivery delivery, Signin signin) {
        this.accounts = accounts;
        this.choices = choices;
        this.delivery = delivery;
        this.signin = signin;
    }

    /** {@code values} are words in the language of the person. */
    record News(String cause, String template, Function<Contact, Map<String, String>> values) {
        /** {@code cause} tells one piece of news from the next. */
        News(String cause, String template) {
            this(cause, template, contact -> Map.of());
        }
    }

    /** To the account, or to the one it is part of by now; for a while to the addresses of both. */
    void tell(UUID account, AlertKind kind, News news) {
        var leading = accounts.joins().leading(account);
        tellOne(leading, kind, news);
        for (var part : accounts.joins().heardWith(leading)) {
            tellOne(part, kind, new News(news.cause() + "/" + part, news.template(), news.values()));
        }
    }

    private void tellOne(UUID account, AlertKind kind, News news) {
        if (accounts.find(account).isEmpty()) {
            return;
        }
        var contact = accounts.contactOf(account);
        var wanted = choices.of(account, kind);
        var phone = contact.phone();
        var phoneLost = phone != null && lost(contact, phone.e164());
        var mailLost = contact.emails().stream().allMatch(email -> lost(contact, email));
        if (wanted.email() || (wanted.text() && phoneLost)) {
            mail(contact, news);
        }
        if (wanted.text() || (wanted.email() && mailLost)) {
            text(contact, news);
        }
    }

    /** Where e-mail does not arrive, and the other way round, whatever was chosen. */
    void tellElsewhere(UUID account, Channel failed, News news) {
        if (accounts.find(account).isEmpty()) {
            return;
        }
        var contact = accounts.contactOf(account);
        if (failed == Channel.EMAIL) {
            text(contact, news);
        } else {
            mail(contact, news);
        }
    }

    private void mail(Contact contact, News news) {
        for (int i = 0; i < contact.emails().size(); i++) {
            if (!lost(contact, contact.emails().get(i))) {
                send(
                        contact,
                        news,
                        "/email/" + i,
                        Channel.EMAIL,
                        contact.emails().get(i));
            }
        }
    }

    private void text(Contact contact, News news) {
        var phone = contact.phone();
        if (phone != null
                && !lost(contact, phone.e164())
                && accounts.profileOf(contact.account()).safe().allowsTexts()) {
            send(contact, news, "/text", Channel.TEXT, phone.e164());
        }
    }

    /** Somebody else may have it: no news of a case goes there until it is found. */
    private boolean lost(Contact contact, String address) {
        return signin.ways().lost(contact.account(), address);
    }

    private void send(Contact contact, News news, String copy, Channel channel, String address) {
        var values = new HashMap<>(news.values().apply(contact));
        values.put("link", "/account");
        delivery.send(new Message(
                "alerts/" + news.cause() + copy,
                channel,
                address,
                contact.language(),
                news.template(),
                values,
                contact.account(),
                Purpose.CASE));
    }
}
