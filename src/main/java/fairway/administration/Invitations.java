package fairway.administration;

import com.fasterxml.uuid.NoArgGenerator;
import fairway.identity.EmailAddress;
import fairway.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;

/** Links that let somebody set up their access, once. */
@Repository
class Invitations {
    private static final String OPEN = " used_at is null and revoked_at is null and expires_at > :now";

    private final JdbcClient db;
    private final Vault vault;
    private final Sources sources;

    Invitations(JdbcClient db, Vault vault, Sources sources) {
        this.db = db;
        this.vault = vault;
        this.sources = sources;
    }

    @Component
    record Sources(NoArgGenerator ids, SecureRandom random, InstantSource clock) {}

    /** An open one; {@code email} is missing where the token was printed on the console. */
    record Invitation(
            UUID id,
            @Nullable EmailAddress email,
            Set<String> roles,
            @Nullable UUID by,
            Instant expiresAt) {}

    /** A new one, and the token that only its reader will know. */
    record Made(UUID id, String token) {}

    Made make(@Nullable EmailAddress email, Set<String> roles, @Nullable UUID by, Duration life) {
        var bytes = new byte[32];
        sources.random().nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var id = sources.ids().generate();
        var now = sources.clock().instant();
        db.sql("""
                insert into administration.invitation
                    (id, token_digest, email, roles, invited_by, made_at, expires_at)
                values (:id, :digest, :email, :roles, :by, :now, :expires)
                """)
                .param("id", id)
                .param("digest", digest(token))
                .param("email", email == null ? null : seal(id, email))
                .param("roles", roles.toArray(String[]::new))
                .param("by", by)
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(now.plus(life)))
                .update();
        return new Made(id, token);
    }

    /** Looking uses nothing up. */
    Optional<Invitation> find(String token) {
        return db.sql("select id, email, roles, invited_by, expires_at from administration.invitation"
                        + " where token_digest = :digest and" + OPEN)
                .param("digest", digest(token))
                .param("now", now())
                .query((row, n) -> read(row))
                .optional();
    }

    /** Uses it up; of many at once exactly one is told true. */
    boolean use(UUID id) {
        return db.sql("update administration.invitation set used_at = :now where id = :id and" + OPEN)
                        .param("now", now())
                        .param("id", id)
                        .update()
                == 1;
    }

    void usedBy(UUID id, UUID account) {
        db.sql("update administration.invitation set account = :account where id = :id")
                .param("account", account)
                .param("id", id)
                .update();
    }

    boolean revoke(UUID id) {
        return db.sql("update administration.invitation set revoked_at = :now where id = :id and" + OPEN)
                        .param("now", now())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Only the last one printed on the console counts. */
    void revokeConsole() {
        db.sql("update administration.invitation set revoked_at = :now where email is null and" + OPEN)
                .param("now", now())
                .update();
    }

    List<Invitation> open() {
        return db.sql(
                        "select id, email, roles, invited_by, expires_at from administration.invitation where email is not null and"
                                + OPEN + " order by made_at desc, id desc")
                .param("now", now())
                .query((row, n) -> read(row))
                .list();
    }

    private Timestamp now() {
        return Timestamp.from(sources.clock().instant());
    }

    private Invitation read(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var sealed = row.getBytes("email");
        return new Invitation(
                id,
                sealed == null
                        ? null
                        : new EmailAddress(new String(vault.openGlobal(sealed, context(id)), StandardCharsets.UTF_8)),
                Set.of((String[]) row.getArray("roles").getArray()),
                row.getObject("invited_by", UUID.class),
                row.getTimestamp("expires_at").toInstant());
    }

    private byte[] seal(UUID id, EmailAddress email) {
        return vault.sealGlobal(email.value().getBytes(StandardCharsets.UTF_8), context(id));
    }

    private static String context(UUID id) {
        return "administration.invitation/" + id;
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
