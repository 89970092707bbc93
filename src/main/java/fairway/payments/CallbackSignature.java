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
    private static final String PURPOSE = "payments.callback";
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
        return "t=" + time + ",v1=" + HexFormat.of().formatHex(vault.mac(PURPOSE, bytes(time), body));
    }

    boolean holds(String signature, byte[] body) {
        var match = SHAPE.matcher(signature);
        return match.matches()
                && recent(Instant.ofEpochSecond(Long.parseLong(match.group(1))))
                && vault.macs(TOLERANCE, PURPOSE, bytes(match.group(1)), body).stream()
                        .anyMatch(known -> MessageDigest.isEqual(HexFormat.of().parseHex(match.group(2)), known));
    }

    private boolean recent(Instant time) {
        return Duration.between(time, clock.instant()).abs().compareTo(TOLERANCE) <= 0;
    }

    private static byte[] bytes(String time) {
        return time.getBytes(StandardCharsets.US_ASCII);
    }
}
