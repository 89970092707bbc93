package fairway.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The text service tells what people replied. Each call proves with the shared secret that it comes from there:
 * {@code Fairway-Signature: t=<seconds>,v1=<HMAC-SHA256 over "<seconds>." and the body>}.
 */
@RestController
class TextReplies {
    static final String HEADER = "Fairway-Signature";

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final int LONGEST = 10_000;
    private static final Pattern SHAPE = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");

    private final Replies replies;
    private final DeliverySettings settings;
    private final InstantSource clock;
    private final JsonMapper json = new JsonMapper();

    TextReplies(Replies replies, DeliverySettings settings, InstantSource clock) {
        this.replies = replies;
        this.settings = settings;
        this.clock = clock;
    }

    record Reply(String id, String from, String text) {}

    @PostMapping("/delivery/texts")
    ResponseEntity<Void> heard(
            @RequestHeader(name = HEADER, defaultValue = "") String signature, @RequestBody byte[] body) {
        var secret = settings.replies();
        if (secret.isBlank()) {
            return ResponseEntity.notFound().build();
        }
        if (body.length > LONGEST || !holds(secret, signature, body)) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        var reply = read(body);
        if (reply.isEmpty()) {
            return ResponseEntity.badRequest().build();
        }
        replies.hear("text/" + reply.get().id(), reply.get().from(), reply.get().text());
        return ResponseEntity.noContent().build();
    }

    private Optional<Reply> read(byte[] body) {
        try {
            var reply = json.readValue(body, Reply.class);
            var whole = reply.id() != null && reply.from() != null && reply.text() != null;
            return whole && reply.from().matches("\\+?[0-9 ().-]{5,30}") ? Optional.of(reply) : Optional.empty();
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    private boolean holds(String secret, String signature, byte[] body) {
        var match = SHAPE.matcher(signature);
        if (!match.matches()) {
            return false;
        }
        var time = Instant.ofEpochSecond(Long.parseLong(match.group(1)));
        return Duration.between(time, clock.instant()).abs().compareTo(TOLERANCE) <= 0
                && MessageDigest.isEqual(HexFormat.of().parseHex(match.group(2)), mac(secret, match.group(1), body));
    }

    static byte[] mac(String secret, String time, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((time + ".").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
