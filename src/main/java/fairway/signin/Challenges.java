package fairway.signin;

import com.fasterxml.uuid.NoArgGenerator;
import fairway.vault.Vault;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Codes asked for and not used yet. A code can be made again from its challenge, but only with our key. */
@Repository
class Challenges {
    private static final String PURPOSE = "signin.code";
    static final Duration LIFE = Duration.ofMinutes(10);
    static final int TRIES = 5;

    private final JdbcClient db;
    private final Vault vault;
    private final NoArgGenerator ids;
    private final SecureRandom random;
    private final InstantSource clock;

    Challenges(JdbcClient db, Vault vault, NoArgGenerator ids, SecureRandom random, InstantSource clock) {
        this.db = db;
        this.vault = vault;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /** What a code is for; one made for one purpose opens nothing else. */
    enum Purpose {
        SETUP,
        SIGN_IN,
        STEP_UP,
        /** Of somebody who lost the password. */
        RECOVER
    }

    /** What a code is bound to: this browser's session, this purpose, this address. */
    record Bond(UUID session, Purpose purpose, Authenticator to) {}

    @SuppressWarnings("ArrayRecordComponent")
    record Challenge(UUID id, byte[] nonce) {}

    /** The living one, so that the same code can be sent again, or a new one. */
    Challenge open(Bond bond) {
        return find(bond).orElseGet(() -> make(bond));
    }

    Optional<Challenge> find(Bond bond) {
        return db.sql("""
                select id, nonce from signin.challenge
                where session = :session and purpose = :purpose and authenticator = :authenticator
                  and address_mark = :mark and consumed_at is null and expires_at > :now and wrong < :tries
                order by made_at desc, id desc
                limit 1
                """)
                .param("session", bond.session())
                .param("purpose", bond.purpose().name())
                .param("authenticator", bond.to().id())
                .param("mark", mark(bond))
                .param("now", Timestamp.from(clock.instant()))
                .param("tries", TRIES)
                .query((row, n) -> new Challenge(row.getObject("id", UUID.class), row.getBytes("nonce")))
                .optional();
    }

    boolean right(Challenge challenge, String typed) {
        var given = typed.getBytes(StandardCharsets.UTF_8);
        return vault.macs(LIFE, PURPOSE, challenge.nonce()).stream()
                .anyMatch(mac -> MessageDigest.isEqual(code(mac).getBytes(StandardCharsets.US_ASCII), given));
    }

    String code(Challenge challenge) {
        return code(vault.mac(PURPOSE, challenge.nonce()));
    }

    private static String code(byte[] mac) {
        var keyed = ByteBuffer.wrap(mac).getLong();
        return String.format(java.util.Locale.ROOT, "%06d", Long.remainderUnsigned(keyed, 1_000_000));
    }

    /** Uses it up; of many at once exactly one is told true. */
    boolean consume(Challenge challenge) {
        return db.sql("""
                update signin.challenge set consumed_at = :now
                where id = :id and consumed_at is null and expires_at > :now and wrong < :tries
                returning id
                """)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", challenge.id())
                .param("tries", TRIES)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    void miss(Challenge challenge) {
        db.sql("update signin.challenge set wrong = wrong + 1 where id = :id")
                .param("id", challenge.id())
                .update();
    }

    int forgetOld() {
        return db.sql("delete from signin.challenge where expires_at <= :since")
                .param("since", Timestamp.from(clock.instant().minus(Duration.ofDays(1))))
                .update();
    }

    private Challenge make(Bond bond) {
        var nonce = new byte[16];
        random.nextBytes(nonce);
        var id = ids.generate();
        var now = clock.instant();
        db.sql("""
                insert into signin.challenge
                    (id, nonce, purpose, session, authenticator, address_mark, made_at, expires_at)
                values (:id, :nonce, :purpose, :session, :authenticator, :mark, :now, :expires)
                """)
                .param("id", id)
                .param("nonce", nonce)
                .param("purpose", bond.purpose().name())
                .param("session", bond.session())
                .param("authenticator", bond.to().id())
                .param("mark", mark(bond))
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(now.plus(LIFE)))
                .update();
        return new Challenge(id, nonce);
    }

    private byte[] mark(Bond bond) {
        return vault.fingerprint("signin.challenge.address", bond.to().address());
    }
}
