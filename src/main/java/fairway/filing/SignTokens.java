package fairway.filing;

import fairway.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Says which answers a signing page showed, so that nothing else is signed, and nothing twice. */
@Component
class SignTokens {
    private static final String PURPOSE = "filing.sign";
    private static final Duration LIFE = Duration.ofDays(1);
    private static final HexFormat HEX = HexFormat.of();
    private final Vault vault;
    private final SecureRandom random;

    SignTokens(Vault vault, SecureRandom random) {
        this.vault = vault;
        this.random = random;
    }

    /** The hash that was shown, and what is new with each showing. */
    record Shown(String sha256, String once) {}

    String show(UUID account, UUID draft, String sha256) {
        var once = new byte[12];
        random.nextBytes(once);
        var shown = new Shown(sha256, HEX.formatHex(once));
        return shown.sha256() + "." + shown.once() + "."
                + HEX.formatHex(vault.mac(PURPOSE, words(account, draft, shown)));
    }

    /** Empty for a forged page, or one of another draft or account. */
    Optional<Shown> read(UUID account, UUID draft, String token) {
        var parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        var shown = new Shown(parts[0], parts[1]);
        var mac = parts[2].getBytes(StandardCharsets.UTF_8);
        return vault.macs(LIFE, PURPOSE, words(account, draft, shown)).stream()
                        .anyMatch(known ->
                                MessageDigest.isEqual(HEX.formatHex(known).getBytes(StandardCharsets.UTF_8), mac))
                ? Optional.of(shown)
                : Optional.empty();
    }

    private static byte[] words(UUID account, UUID draft, Shown shown) {
        var words = account + " " + draft + " " + shown.sha256() + " " + shown.once();
        return words.getBytes(StandardCharsets.UTF_8);
    }
}
