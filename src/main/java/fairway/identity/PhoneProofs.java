package fairway.identity;

import com.fasterxml.uuid.NoArgGenerator;
import fairway.identity.PhoneProof.Check;
import fairway.vault.Vault;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Telephones on their way to being proven: one per account, five codes an hour, five tries a code, ten minutes. */
@Repository
class PhoneProofs {
    private static final String PURPOSE = "identity.phone";
    private static final Duration VALID = Duration.ofMinutes(10);
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int MOST = 5;

    private final JdbcClient db;
    private final Vault vault;
    private final NoArgGenerator ids;
    private final InstantSource clock;

    PhoneProofs(JdbcClient db, Vault vault, NoArgGenerator ids, InstantSource clock) {
        this.db = db;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    record Open(UUID id, Phone phone) {}

    /** Empty when five codes were sent within the hour. */
    @Transactional
    public Optional<PhoneProof> begin(UUID account, UUID key, Phone phone) {
        var id = ids.generate();
        var now = Timestamp.from(clock.instant());
        var sealed = vault.seal(key, phone.e164().getBytes(StandardCharsets.UTF_8), context(id));
        int begun = db.sql("""
                insert into identity.phone_proof as p (account, id, phone, tries, made_at, window_from, sent)
                values (:account, :id, :phone, 0, :now, :now, 1)
                on conflict (account) do update
                set id = :id, phone = :phone, tries = 0, made_at = :now,
                    window_from = case when p.window_from <= :before then :now else p.window_from end,
                    sent = case when p.window_from <= :before then 1 else p.sent + 1 end
                where p.window_from <= :before or p.sent < :most
                """)
                .param("account", account)
                .param("id", id)
                .param("phone", sealed)
                .param("now", now)
                .param("before", Timestamp.from(clock.instant().minus(WINDOW)))
                .param("most", MOST)
                .update();
        return begun == 1 ? Optional.of(new PhoneProof(id, code(id))) : Optional.empty();
    }

    Optional<Open> open(UUID account, UUID key) {
        return db.sql("""
                select id, phone from identity.phone_proof
                where account = :account and made_at > :since and tries < :most
                """)
                .param("account", account)
                .param("since", Timestamp.from(clock.instant().minus(VALID)))
                .param("most", MOST)
                .query((row, n) -> {
                    var id = row.getObject("id", UUID.class);
                    var phone = vault.open(key, row.getBytes("phone"), context(id));
                    return new Open(id, new Phone(new String(phone, StandardCharsets.UTF_8)));
                })
                .optional();
    }

    /** A try counts before it is looked at, so that many at once are not more than five. */
    @Transactional
    public Check check(UUID account, UUID key, String typed) {
        var open = open(account, key);
        int counted = db.sql("""
                update identity.phone_proof set tries = tries + 1
                where account = :account and tries < :most and id = :id
                """)
                .param("account", account)
                .param("most", MOST)
                .param("id", open.map(Open::id).orElse(account))
                .update();
        if (open.isEmpty() || counted == 0) {
            return new Check.Over();
        }
        var given = typed.replaceAll("[\\s\\p{Z}\\p{Cf}\\p{Pd}]", "").getBytes(StandardCharsets.UTF_8);
        if (vault.macs(VALID, PURPOSE, bytes(open.get().id())).stream()
                .noneMatch(mac -> MessageDigest.isEqual(code(mac).getBytes(StandardCharsets.US_ASCII), given))) {
            return new Check.Wrong();
        }
        db.sql("update identity.phone_proof set tries = :most where account = :account")
                .param("most", MOST)
                .param("account", account)
                .update();
        return new Check.Right(open.get().phone());
    }

    void forget(UUID account) {
        db.sql("delete from identity.phone_proof where account = :account")
                .param("account", account)
                .update();
    }

    private String code(UUID id) {
        return code(vault.mac(PURPOSE, bytes(id)));
    }

    private static byte[] bytes(UUID id) {
        return id.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String code(byte[] mac) {
        return String.format(
                Locale.ROOT, "%06d", Math.floorMod(ByteBuffer.wrap(mac).getLong(), 1_000_000L));
    }

    private static String context(UUID id) {
        return "identity.phone_proof/" + id;
    }
}
