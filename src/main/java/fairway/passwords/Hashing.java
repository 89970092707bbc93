package fairway.passwords;

import fairway.ui.Busy;
import fairway.vault.Vault;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Slow hashes of what people know: Argon2id or, where cryptography must be validated, PBKDF2; then a keyed step with a key that is not in the database. As many at once as
 * there are cores, a short queue, and beyond that a request to come back.
 */
@Component
class Hashing implements DisposableBean {
    private static final Pattern STORED = Pattern.compile(
            "(argon2id\\$m=[0-9]{1,7},t=[0-9]{1,3}|pbkdf2-sha512\\$i=[0-9]{1,9})\\$k=([0-9]{1,6})\\$([A-Za-z0-9_-]+)\\$([A-Za-z0-9_-]+)");
    /** Older than this module: what was kept under it must still open. */
    private static final String PURPOSE = "signin.hash";

    private final Vault vault;
    private final SecureRandom random;
    private final PasswordsSettings settings;
    private final Cost cost;
    private final ThreadPoolExecutor threads;
    /** For as many hashes as run at once; made anew for each, they would fill the heap with what must be copied while it is in use. */
    private final BlockPool memory;

    private final byte[] saltOfNobody;
    private final LongAdder asked = new LongAdder();

    Hashing(Vault vault, SecureRandom random, PasswordsSettings settings, Cost cost) {
        this.vault = vault;
        this.random = random;
        this.settings = settings;
        this.cost = cost;
        int cores = Runtime.getRuntime().availableProcessors();
        this.threads = new ThreadPoolExecutor(
                cores, cores, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(settings.queue()), new GivingWay());
        this.memory = new FixedBlockPool(cores * settings.memory());
        this.saltOfNobody = salt();
    }

    String hash(String secret) {
        var salt = salt();
        var keyed = vault.mac(PURPOSE, slowly(secret, salt, cost));
        return cost.text() + "$k=" + vault.macKey() + "$" + text(salt) + "$" + text(keyed);
    }

    /** Does the same work when there is nothing to compare with. */
    boolean matches(String secret, @Nullable String stored) {
        var parts = STORED.matcher(stored == null ? "" : stored);
        if (!parts.matches()) {
            vault.mac(PURPOSE, slowly(secret, saltOfNobody, cost));
            return false;
        }
        var slow = slowly(secret, bytes(parts.group(3)), Cost.read(parts.group(1), settings.provider()));
        var keyed = vault.mac(Integer.parseInt(parts.group(2)), PURPOSE, slow);
        return MessageDigest.isEqual(keyed, bytes(parts.group(4)));
    }

    boolean outdated(String stored) {
        var parts = STORED.matcher(stored);
        return !parts.matches()
                || !parts.group(1).equals(cost.text())
                || Integer.parseInt(parts.group(2)) != vault.macKey();
    }

    /** How many times work was asked for since the start. */
    long asked() {
        return asked.sum();
    }

    /** Other work that must not crowd the cores either. */
    <T> T inTurn(Callable<T> work) {
        asked.increment();
        try {
            return threads.submit(work).get();
        } catch (RejectedExecutionException e) {
            throw new Busy(Duration.ofSeconds(10));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy(Duration.ofSeconds(10));
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }

    private byte[] slowly(String secret, byte[] salt, Cost by) {
        var plain = Normalizer.normalize(secret, Normalizer.Form.NFC).toCharArray();
        return inTurn(() -> by.slowly(plain, salt, memory));
    }

    private byte[] salt() {
        var salt = new byte[16];
        random.nextBytes(salt);
        return salt;
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
