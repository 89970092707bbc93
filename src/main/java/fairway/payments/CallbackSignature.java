package fairway.payments;

import fairway.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Proves that a call comes from the built-in card page: {@code t=<seconds>,v1=<HMAC over time and body>}. */
@Component
class CallbackSignature {
    static final String HEADER = "Fairway-Signature";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Pattern SHAPE = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");

    private final Vault vault;
    private final InstantSource clock;

    CallbackSignature(Vault vault, InstantSource clock) {
        this.vault = vault;
        this.clock = clock;
    }

    String sign(byte[] body) {
        var time = Long.toString(clock.instant().getEpochSecond());
        return "t=" + time + ",v1=" + HexFormat.of().formatHex(mac(time, body));
    }

    boolean holds(String signature, byte[] body) {
        var match = SHAPE.matcher(signature);
        return match.matches()
                && recent(Instant.ofEpochSecond(Long.parseLong(match.group(1))))
                && MessageDigest.isEqual(HexFormat.of().parseHex(match.group(2)), mac(match.group(1), body));
    }

    private boolean recent(Instant time) {
        return Duration.between(time, clock.instant()).abs().compareTo(TOLERANCE) <= 0;
    }

    private byte[] mac(String time, byte[] body) {
        return vault.mac("payments.callback", time.getBytes(StandardCharsets.US_ASCII), body);
    }
}
