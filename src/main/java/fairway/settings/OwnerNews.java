package fairway.settings;

import fairway.delivery.Channel;
import fairway.delivery.Delivery;
import fairway.delivery.Message;
import fairway.delivery.Purpose;
import fairway.identity.Account;
import fairway.identity.Accounts;
import fairway.identity.EmailAddress;
import fairway.identity.PersonChanged;
import fairway.signin.SecurityNews;
import fairway.signin.Signin;
import fairway.ui.Texts;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells an account's owner at every address and phone what happened to its security, with a link to stop it. A text names
 * nothing: others may read it on a locked screen.
 */
@Component
class OwnerNews {
    static final String TEMPLATE = "settings.news";

    private final Accounts accounts;
    private final Signin signin;
    private final Delivery delivery;
    private final AlarmLinks links;
    private final Texts texts;

    OwnerNews(Accounts accounts, Signin signin, Delivery delivery, AlarmLinks links, Texts texts) {
        this.accounts = accounts;
        this.signin = signin;
        this.delivery = delivery;
        this.links = links;
        this.texts = texts;
    }

    @EventListener
    @Transactional
    public void on(SecurityNews news) {
        tell(news, accounts.safety().addresses(news.account()), Map.of());
    }

    @EventListener
    @Transactional
    public void on(PersonChanged changed) {
        on(new SecurityNews(
                changed.account(),
                SecurityNews.What.PERSON_CHANGED,
                changed.change().toString()));
    }

    /** The same to these addresses and with more words; for news about the addresses themselves. */
    void tell(SecurityNews news, Collection<EmailAddress> addresses, Map<String, String> values) {
        var account = accounts.find(news.account()).orElseThrow();
        int each = 0;
        for (var address : addresses) {
            mail(account, news, address, each++, values);
        }
        for (var phone : signin.ways().phones(account.id())) {
            text(account, news, phone, each++);
        }
        tellParts(news);
    }

    /** For a while after two accounts became one, readers of the one that went hear what happens to the other. */
    private void tellParts(SecurityNews news) {
        for (var part : accounts.joins().heardWith(news.account())) {
            tell(
                    new SecurityNews(part, news.what(), news.cause()),
                    accounts.safety().addresses(part),
                    Map.of());
        }
    }

    private void mail(Account account, SecurityNews news, EmailAddress address, int each, Map<String, String> values) {
        var language = account.language();
        var key = "settings.news." + news.what().key();
        var all = new HashMap<>(values);
        all.put("title", texts.text(language, key + ".title"));
        all.put("text", texts.text(language, key + ".text"));
        all.put(
                "link",
                "/sign-in/not-me/"
                        + links.add(account.id(), address.value().equals(account.email()))
                                .value());
        var template =
                values.isEmpty() ? TEMPLATE : TEMPLATE + "." + news.what().key();
        send(account.id(), dedupe(news, each), Channel.EMAIL, address.value(), template, all, account);
    }

    private void text(Account account, SecurityNews news, String phone, int each) {
        send(account.id(), dedupe(news, each), Channel.TEXT, phone, TEMPLATE, Map.of(), account);
    }

    private void send(
            UUID id,
            String dedupe,
            Channel channel,
            String address,
            String template,
            Map<String, String> values,
            Account account) {
        delivery.send(
                new Message(dedupe, channel, address, account.language(), template, values, id, Purpose.SECURITY));
    }

    private static String dedupe(SecurityNews news, int each) {
        return "settings.news/" + news.account() + "/" + news.what().key() + "/" + news.cause() + "/" + each;
    }
}
