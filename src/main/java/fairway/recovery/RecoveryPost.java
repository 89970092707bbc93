package fairway.recovery;

import fairway.delivery.Channel;
import fairway.delivery.Delivery;
import fairway.delivery.Message;
import fairway.delivery.Purpose;
import fairway.identity.Account;
import fairway.identity.Accounts;
import fairway.identity.EmailAddress;
import fairway.recovery.Contest.Told;
import fairway.signin.Signin;
import fairway.signin.Token;
import fairway.ui.Texts;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people are told on the way back in, where it needs a link of its own. */
@Component
class RecoveryPost {
    private final Delivery delivery;
    private final Accounts accounts;
    private final Signin signin;
    private final Texts texts;

    RecoveryPost(Delivery delivery, Accounts accounts, Signin signin, Texts texts) {
        this.delivery = delivery;
        this.accounts = accounts;
        this.signin = signin;
        this.texts = texts;
    }

    /** Names no account, so that it is the same work whether there is one. */
    void link(UUID attempt, EmailAddress to, Locale language, Token link) {
        mail("link/" + attempt, to, language, Map.of("link", "/sign-in/forgot/link/" + link.value()), null);
    }

    /** Somebody asked for a new password for an address that opens nothing. */
    void nobody(UUID attempt, EmailAddress to, Locale language) {
        mail("nobody/" + attempt, to, language, Map.of("link", "/sign-up"), null);
    }

    void name(UUID request, EmailAddress to, Locale language, Account account) {
        var values = Map.of("name", account.email(), "number", account.number().lastFour(), "link", "/sign-in");
        mail("name/" + request + "/" + account.id(), to, language, values, account.id());
    }

    /** To whoever asked: where to look after it, and to stop it. */
    void begun(Hold hold, Token view, Object cause) {
        mail("begun/" + hold.id() + "/" + cause, hold, Map.of("due", due(hold), "link", seen(view)));
    }

    /**
     * To everybody else who belongs to the account, each with a link that stops it; a mailbox or phone that may not stop it
     * any more is told who can.
     */
    void warn(Hold hold, Predicate<Told> stops, Function<Told, Token> cancel) {
        var account = accounts.find(hold.account()).orElseThrow();
        int each = 0;
        for (var address : accounts.safety().addresses(account.id())) {
            var told = address.value().equals(account.email()) ? Told.MAILBOX : Told.RECOVERY;
            if (!address.equals(hold.address())) {
                var may = stops.test(told);
                var values = may
                        ? Map.of("due", due(account, hold), "cancel_link", cancelled(cancel.apply(told)))
                        : Map.of("due", due(account, hold), "link", "/help/request");
                var cause = (may ? "warned/" : "told/") + hold.id() + "/" + each++;
                mail(cause, address, account.language(), values, account.id());
            }
        }
        for (var phone : signin.ways().phones(account.id())) {
            var may = stops.test(Told.PHONE);
            var template = may ? "recovery.warned" : "recovery.told";
            delivery.send(new Message(
                    template + "/" + hold.id() + "/" + each++,
                    Channel.TEXT,
                    phone,
                    account.language(),
                    template,
                    may ? Map.of("cancel_link", cancelled(cancel.apply(Told.PHONE))) : Map.of("link", "/help/request"),
                    account.id(),
                    Purpose.SECURITY));
        }
    }

    void finish(Hold hold, Token finish, Object cause) {
        mail("finish/" + hold.id() + "/" + cause, hold, Map.of("link", "/sign-in/recovery/finish/" + finish.value()));
    }

    private void mail(String cause, Hold hold, Map<String, String> values) {
        mail(cause, hold.address(), hold.language(), values, hold.account());
    }

    /** The first word of the cause names the template. */
    private void mail(
            String cause, EmailAddress to, Locale language, Map<String, String> values, @Nullable UUID account) {
        delivery.send(new Message(
                "recovery." + cause,
                Channel.EMAIL,
                to.value(),
                language,
                "recovery." + cause.substring(0, cause.indexOf('/')),
                values,
                account,
                Purpose.SECURITY));
    }

    private String due(Hold hold) {
        return texts.deadline(hold.language(), hold.times().dueAt());
    }

    private String due(Account account, Hold hold) {
        return texts.deadline(account.language(), hold.times().dueAt());
    }

    private static String seen(Token view) {
        return "/sign-in/recovery/" + view.value();
    }

    private static String cancelled(Token cancel) {
        return "/sign-in/recovery/cancel/" + cancel.value();
    }
}
