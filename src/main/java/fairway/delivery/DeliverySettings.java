package fairway.delivery;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages leave the house.
 *
 * @param email carrier of e-mail: {@code outbox} (the demonstration’s page) or {@code smtp}
 * @param text carrier of text messages: {@code outbox} or {@code http}
 * @param letter carrier of letters: {@code outbox} or {@code spool}
 * @param from sender of e-mail
 * @param smtp the mail server, for {@code smtp}
 * @param textApi the text message service, for {@code http}
 * @param replies secret that the text service signs replies with (STOP, START, HELP to {@code /delivery/texts}); empty means
 *     that none are taken
 * @param spool folder where a print service fetches letters, for {@code spool}
 */
@ConfigurationProperties("fairway.delivery")
record DeliverySettings(
        @DefaultValue("outbox") EmailCarrier email,
        @DefaultValue("outbox") TextCarrier text,
        @DefaultValue("outbox") LetterCarrier letter,
        @DefaultValue("no-reply@example.org") String from,
        @Nullable Smtp smtp,
        @Nullable TextApi textApi,
        @DefaultValue("") String replies,
        @Nullable Path spool) {
    @Override
    public String toString() {
        return "DeliverySettings[" + email + ", " + text + ", " + letter + "]";
    }

    enum EmailCarrier {
        OUTBOX,
        SMTP
    }

    enum TextCarrier {
        OUTBOX,
        HTTP
    }

    enum LetterCarrier {
        OUTBOX,
        SPOOL
    }

    /**
     * A mail server.
     *
     * @param host its name
     * @param port its port
     * @param user user name, empty for none
     * @param password password of that user
     * @param startTls whether the connection must be encrypted with STARTTLS
     * @param patience how long the server may stay silent
     */
    record Smtp(
            String host,
            @DefaultValue("587") int port,
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @DefaultValue("true") boolean startTls,
            @DefaultValue("10s") Duration patience) {
        @Override
        public String toString() {
            return "Smtp[" + host + ":" + port + "]";
        }
    }

    /**
     * A service that sends text messages.
     *
     * @param url address that takes a POST of JSON with {@code to}, {@code from}, {@code text} and {@code reference}
     * @param token bearer token
     * @param from the number or short code that messages come from
     */
    record TextApi(
            URI url,
            @DefaultValue("") String token,
            @DefaultValue("") String from) {
        @Override
        public String toString() {
            return "TextApi[" + url + "]";
        }
    }
}
