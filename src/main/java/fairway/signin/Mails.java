package fairway.signin;

import fairway.delivery.Channel;
import fairway.delivery.Delivery;
import fairway.delivery.DeliveryState;
import fairway.delivery.Message;
import fairway.delivery.Purpose;
import fairway.identity.Account;
import fairway.identity.EmailAddress;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What sign-in tells people outside the pages. */
@Component
class Mails {
    private static final String SIGN_UP = "sign-up/";

    private final Delivery delivery;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    Mails(Delivery delivery, InstantSource clock, ApplicationEventPublisher events) {
        this.delivery = delivery;
        this.clock = clock;
        this.events = events;
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

    /** The number was proven under these words: the opt-in that STOP takes back. */
    void agreedToTexts(Account account, String number) {
        delivery.agreed(Channel.TEXT, number, account.id(), account.language(), "signin.methods.rates");
    }

    void confirmAddress(UUID request, EmailAddress to, Locale language, Token token) {
        mail(
                SIGN_UP + request,
                to.value(),
                language,
                "signin.confirm",
                Map.of("link", "/sign-up/confirm/" + token.value()));
    }

    /** Somebody asked for an account for an address that has one. */
    void alreadyThere(UUID request, EmailAddress to, Locale language) {
        mail(SIGN_UP + request, to.value(), language, "signin.known", Map.of("link", "/sign-in"));
    }

    /** The same where that account is closed: how it can be kept. */
    void closedThere(UUID request, EmailAddress to, Locale language, String keep) {
        mail(SIGN_UP + request, to.value(), language, "signin.closed", Map.of("link", keep));
    }

    /** Where the answer to a request for an account stands, whichever answer it was. */
    Optional<DeliveryState> signUpMail(UUID request) {
        return delivery.stateOf("signin." + SIGN_UP + request);
    }

    void welcome(Account account) {
        mail(
                "welcome/" + account.id(),
                account.email(),
                account.language(),
                "signin.welcome",
                Map.of("link", "/sign-in"));
    }

    /** Told to the owner everywhere by whoever hears of it; the cause tells one occurrence from the next. */
    void news(UUID account, SecurityNews.What what, Object cause) {
        events.publishEvent(new SecurityNews(account, what, cause.toString()));
    }

    private void mail(String cause, String to, Locale language, String template, Map<String, String> values) {
        delivery.send(
                new Message("signin." + cause, Channel.EMAIL, to, language, template, values, null, Purpose.SECURITY));
    }
}
