package fairway.identity;

import fairway.vault.Vault;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/** Sixteen bytes that say whose form it is, and sixteen that say that they are from us; there is no look-up in either. */
record OwnerMark(Vault vault) {
    private static final int HALF = 16;

    String of(UUID account) {
        var whose = half(vault.fingerprint("identity.owner", account.toString()));
        var mark = Arrays.copyOf(whose, 2 * HALF);
        System.arraycopy(seal(whose), 0, mark, HALF, HALF);
        return written(mark);
    }

    boolean ours(String mark) {
        try {
            var bytes = Base64.getUrlDecoder().decode(mark);
            return bytes.length == 2 * HALF
                    && written(bytes).equals(mark)
                    && MessageDigest.isEqual(seal(half(bytes)), Arrays.copyOfRange(bytes, HALF, 2 * HALF));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private byte[] seal(byte[] whose) {
        return half(vault.fingerprint("identity.owner.ours", HexFormat.of().formatHex(whose)));
    }

    private static String written(byte[] mark) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mark);
    }

    private static byte[] half(byte[] whole) {
        return Arrays.copyOf(whole, HALF);
    }
}
