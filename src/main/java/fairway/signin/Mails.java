package fairway.signin;

import fairway.delivery.Channel;
import fairway.delivery.Delivery;
import fairway.delivery.Message;
import fairway.delivery.Purpose;
import fairway.identity.Account;
import fairway.identity.EmailAddress;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What sign-in tells people outside the pages. */
@Component
class Mails {
    private final Delivery delivery;
    private final InstantSource clock;

    Mails(Delivery delivery, InstantSource clock) {
        this.delivery = delivery;
        this.clock = clock;
    }

    void code(Authenticator to, String code, UUID challenge, Locale language) {
        var channel = to.way() == Way.TEXT ? Channel.TEXT : Channel.EMAIL;
        delivery.send(new Message(
                "signin.code/" + challenge + "/" + clock.instant().toEpochMilli(),
                channel,
                to.address(),
                language,
                "signin.code",
                Map.of("code", code),
                to.account(),
                Purpose.SECURITY));
    }

    void confirmAddress(UUID request, EmailAddress to, Locale language, Token token) {
        mail(
                "confirm/" + request,
                to.value(),
                language,
                "signin.confirm",
                Map.of("link", "/sign-up/confirm/" + token.value()));
    }

    /** Somebody asked for an account for an address that has one. */
    void alreadyThere(UUID request, EmailAddress to, Locale language) {
        mail("known/" + request, to.value(), language, "signin.known", Map.of("link", "/sign-in"));
    }

    void welcome(Account account) {
        mail(
                "welcome/" + account.id(),
                account.email(),
                account.language(),
                "signin.welcome",
                Map.of("link", "/sign-in"));
    }

    void newDevice(Account account, UUID session) {
        notice("device/" + session, account, "signin.device");
    }

    void backupUsed(Account account) {
        notice("backup/" + account.id() + "/" + clock.instant().toEpochMilli(), account, "signin.backup");
    }

    void sessionEnded(Account account, UUID session) {
        notice("sessions/" + session, account, "signin.sessions");
    }

    /** A way in has stopped after too many failures; {@code cause} tells one stop from the next. */
    void stopped(Account account, String what, String cause) {
        notice("stopped/" + what + "/" + cause, account, "signin.stopped." + what);
    }

    private void notice(String cause, Account account, String template) {
        mail(cause, account.email(), account.language(), template, Map.of("link", "/help"));
    }

    private void mail(String cause, String to, Locale language, String template, Map<String, String> values) {
        delivery.send(
                new Message("signin." + cause, Channel.EMAIL, to, language, template, values, null, Purpose.SECURITY));
    }
}
