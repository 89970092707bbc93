package fairway.passwords;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Security;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** The slow step of a hash, and how what was kept names it. */
sealed interface Cost {
    int SIZE = 32;

    /** Takes what memory it wants from that pool and gives it back. */
    byte[] slowly(char[] secret, byte[] salt, BlockPool memory);

    /** The beginning of what is kept. */
    String text();

    record Argon2(int kilobytes, int rounds) implements Cost {
        private static final Pattern TEXT = Pattern.compile("argon2id\\$m=([0-9]{1,7}),t=([0-9]{1,3})");

        @Override
        public byte[] slowly(char[] secret, byte[] salt, BlockPool memory) {
            var argon2 = new Argon2BytesGenerator();
            argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withSalt(salt)
                    .withMemoryAsKB(kilobytes)
                    .withIterations(rounds)
                    .withParallelism(1)
                    .withBlockPool(memory)
                    .build());
            var slow = new byte[SIZE];
            var plain = new String(secret).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            argon2.generateBytes(plain, slow);
            Arrays.fill(plain, (byte) 0);
            return slow;
        }

        @Override
        public String text() {
            return "argon2id$m=" + kilobytes + ",t=" + rounds;
        }
    }

    /** PBKDF2 with HMAC-SHA512, by whichever provider of cryptography was asked for, or the platform's first. */
    record Pbkdf2(int iterations, String provider) implements Cost {
        private static final Pattern TEXT = Pattern.compile("pbkdf2-sha512\\$i=([0-9]{1,9})");
        private static final String NAME = "PBKDF2WithHmacSHA512";

        @Override
        public byte[] slowly(char[] secret, byte[] salt, BlockPool memory) {
            var key = new PBEKeySpec(secret, salt, iterations, SIZE * Byte.SIZE);
            try {
                return factory().generateSecret(key).getEncoded();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            } finally {
                key.clearPassword();
            }
        }

        /** Fails where nobody makes such hashes. */
        Pbkdf2 proven() {
            try {
                factory();
                return this;
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException("No provider of cryptography makes " + NAME, e);
            }
        }

        private SecretKeyFactory factory() throws GeneralSecurityException {
            if (provider.isEmpty()) {
                return SecretKeyFactory.getInstance(NAME);
            }
            Provider known = Security.getProvider(provider);
            if (known == null) {
                throw new IllegalArgumentException(
                        "No provider of cryptography is called " + provider + ": see docs/validated-cryptography.md");
            }
            return SecretKeyFactory.getInstance(NAME, known);
        }

        @Override
        public String text() {
            return "pbkdf2-sha512$i=" + iterations;
        }
    }

    /** The cost that this beginning names. */
    static Cost read(String text, String provider) {
        var argon2 = Argon2.TEXT.matcher(text);
        if (argon2.matches()) {
            return new Argon2(number(argon2, 1), number(argon2, 2));
        }
        var pbkdf2 = Pbkdf2.TEXT.matcher(text);
        if (pbkdf2.matches()) {
            return new Pbkdf2(number(pbkdf2, 1), provider);
        }
        throw new IllegalArgumentException("No way of hashing we know");
    }

    private static int number(MatchResult found, int group) {
        return Integer.parseInt(found.group(group));
    }
}
