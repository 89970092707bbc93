package fairway.administration;

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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What those who work here are told by e-mail. */
@Component
class Letters {
    private final Delivery delivery;
    private final InstantSource clock;

    Letters(Delivery delivery, InstantSource clock) {
        this.delivery = delivery;
        this.clock = clock;
    }

    void invited(Invitations.Made made, EmailAddress to, Locale language) {
        send("invited/" + made.id(), to.value(), language, JoinPages.link(made.token()), null);
    }

    /** To each administrator: somebody they may not have invited themselves works here now. */
    void joined(Account to, UUID joined, UUID invitation) {
        send("joined/" + invitation + "/" + to.id(), to.email(), to.language(), "/desk/staff/" + joined, to.id());
    }

    void changed(Account to) {
        var cause = "changed/" + to.id() + "/" + clock.instant().toEpochMilli();
        send(cause, to.email(), to.language(), "/desk/sign-in", to.id());
    }

    private void send(String cause, String to, Locale language, String link, @Nullable UUID account) {
        var template = "administration." + cause.substring(0, cause.indexOf('/'));
        delivery.send(new Message(
                "administration." + cause,
                Channel.EMAIL,
                to,
                language,
                template,
                Map.of("link", link),
                account,
                Purpose.SECURITY));
    }
}
