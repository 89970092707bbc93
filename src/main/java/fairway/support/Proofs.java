package fairway.support;

import fairway.support.Approval.Proven;
import fairway.vault.Vault;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Proofs asked for and given. Agents see that a code was entered, never the code: it is computed and nowhere stored. */
@Repository
class Proofs {
    private static final long CODES = 100_000_000;

    private final JdbcClient db;
    private final Vault vault;
    private final Looks.Sources sources;
    private final java.security.SecureRandom random;

    Proofs(JdbcClient db, Vault vault, Looks.Sources sources, java.security.SecureRandom random) {
        this.db = db;
        this.vault = vault;
        this.sources = sources;
        this.random = random;
    }

    @SuppressWarnings("ArrayRecordComponent")
    record Proof(UUID id, ProofKind kind, byte[] nonce, int macKey, Asked asked) {
        boolean open(Instant now) {
            return asked.provenAt() == null && asked.expiresAt().isAfter(now);
        }
    }

    record Asked(
            UUID by,
            @Nullable UUID checkedBy,
            Instant at,
            Instant expiresAt,
            @Nullable Instant provenAt) {}

    /** The one that still lives, so that the same code can be sent again, or a new one. */
    Proof ask(UUID request, UUID account, ProofKind kind, UUID agent) {
        var now = sources.clock().instant();
        return of(request).stream()
                .filter(proof -> proof.kind() == kind && proof.open(now))
                .findFirst()
                .orElseGet(() -> make(request, account, kind, agent));
    }

    List<Proof> of(UUID request) {
        return db.sql("select * from support.proof where request = :request order by made_at desc, id desc")
                .param("request", request)
                .query((row, n) -> read(row))
                .list();
    }

    List<Proven> given(UUID request) {
        return of(request).stream()
                .filter(proof -> proof.asked().provenAt() != null)
                .map(proof -> new Proven(proof.kind(), proof.asked().checkedBy()))
                .toList();
    }

    /** Eight digits; the same each time for the same proof. */
    String code(Proof proof) {
        var keyed = ByteBuffer.wrap(vault.mac(proof.macKey(), "support.code", proof.nonce()))
                .getLong();
        return String.format(Locale.ROOT, "%08d", Long.remainderUnsigned(keyed, CODES));
    }

    /** Each open code is compared, whichever fits. */
    Optional<Proof> fitting(UUID request, String typed) {
        var now = sources.clock().instant();
        var tidy = typed.replaceAll("[\\s\\p{Z}\\p{Cf}\\p{Pd}]", "").getBytes(StandardCharsets.UTF_8);
        Proof fits = null;
        for (var proof : of(request)) {
            if (proof.kind().byCode() && proof.open(now)) {
                var same = MessageDigest.isEqual(code(proof).getBytes(StandardCharsets.UTF_8), tidy);
                fits = same ? proof : fits;
            }
        }
        return Optional.ofNullable(fits);
    }

    /** Of many at once exactly one is told true. */
    boolean prove(Proof proof, @Nullable UUID officer) {
        return db.sql("""
                update support.proof set proven_at = :now, checked_by = :officer
                where id = :id and proven_at is null and expires_at > :now
                  and (cast(:officer as uuid) is null or asked_by <> :officer)
                """)
                        .param("now", Timestamp.from(sources.clock().instant()))
                        .param("officer", officer)
                        .param("id", proof.id())
                        .update()
                == 1;
    }

    /** Documents that wait to be compared, by the requests they belong to. */
    List<UUID> waitingDocuments() {
        return db.sql("""
                select p.request from support.proof p join support.request r on r.id = p.request
                where p.kind = 'DOCUMENT' and p.proven_at is null and p.expires_at > :now and r.state = 'OPEN'
                order by p.made_at
                """)
                .param("now", Timestamp.from(sources.clock().instant()))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    private Proof make(UUID request, UUID account, ProofKind kind, UUID agent) {
        var nonce = new byte[16];
        random.nextBytes(nonce);
        var now = sources.clock().instant();
        var asked = new Asked(agent, null, now, now.plus(kind.life()), null);
        var proof = new Proof(sources.ids().generate(), kind, nonce, vault.macKey(), asked);
        db.sql("""
                insert into support.proof
                    (id, request, account, kind, sort, nonce, mac_key, asked_by, made_at, expires_at)
                values (:id, :request, :account, :kind, :sort, :nonce, :key, :agent, :now, :expires)
                """)
                .param("id", proof.id())
                .param("request", request)
                .param("account", account)
                .param("kind", kind.name())
                .param("sort", kind.sort().name())
                .param("nonce", nonce)
                .param("key", proof.macKey())
                .param("agent", agent)
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(asked.expiresAt()))
                .update();
        return proof;
    }

    private static Proof read(ResultSet row) throws SQLException {
        var proven = row.getTimestamp("proven_at");
        return new Proof(
                row.getObject("id", UUID.class),
                ProofKind.valueOf(row.getString("kind")),
                row.getBytes("nonce"),
                row.getInt("mac_key"),
                new Asked(
                        row.getObject("asked_by", UUID.class),
                        row.getObject("checked_by", UUID.class),
                        row.getTimestamp("made_at").toInstant(),
                        row.getTimestamp("expires_at").toInstant(),
                        proven == null ? null : proven.toInstant()));
    }
}
