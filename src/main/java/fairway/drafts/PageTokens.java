package fairway.drafts;

import fairway.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Signs page tokens for one account, so that nobody else’s page and no invented one is ever saved. */
@Component
class PageTokens {
    private static final String PURPOSE = "drafts.page";
    private static final Duration LIFE = Duration.ofDays(1);
    private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();
    private final Vault vault;
    private final SecureRandom random;

    PageTokens(Vault vault, SecureRandom random) {
        this.vault = vault;
        this.random = random;
    }

    String show(UUID account, UUID draft, String page, int instance, long rev, Words words) {
        return sign(account, new PageToken(draft, page, instance, rev, Shown.of(nonce(), words)));
    }

    String sign(UUID account, PageToken token) {
        var text = token.text().getBytes(StandardCharsets.UTF_8);
        return TO_TEXT.encodeToString(text) + "." + TO_TEXT.encodeToString(mac(account, text));
    }

    Optional<PageToken> read(UUID account, String signed) {
        int dot = signed.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            var text = Base64.getUrlDecoder().decode(signed.substring(0, dot));
            var mac = Base64.getUrlDecoder().decode(signed.substring(dot + 1));
            return vault.macs(LIFE, PURPOSE, bytes(account), text).stream()
                            .anyMatch(known -> MessageDigest.isEqual(mac, known))
                    ? PageToken.read(new String(text, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private String nonce() {
        var bytes = new byte[9];
        random.nextBytes(bytes);
        return TO_TEXT.encodeToString(bytes);
    }

    private byte[] mac(UUID account, byte[] text) {
        return vault.mac(PURPOSE, bytes(account), text);
    }

    private static byte[] bytes(UUID account) {
        return account.toString().getBytes(StandardCharsets.UTF_8);
    }
}
