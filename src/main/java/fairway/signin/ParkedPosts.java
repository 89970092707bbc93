package fairway.signin;

import fairway.identity.Accounts;
import fairway.vault.Vault;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what people send after their session ended. A form that wants this carries its account's mark in {@code _owner};
 * only that account gets it back, within a day, on the browser that sent it.
 */
@Component
class ParkedPosts {
    static final String OWNER = "_owner";
    static final Duration KEPT = Duration.ofHours(24);
    /** What nobody wants to find in a form again: they type it anew. */
    private static final Set<String> UNKEPT =
            Set.of("_csrf", "password", "current_password", "again_password", "again", "code");

    private static final int LARGEST = 1_000_000;
    /** Of one account: whoever has seen one of its pages could fill our disks with what nobody asks for again. */
    private static final int MOST = 10;

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /** A form that was sent when nobody was signed in any more: where to, and every field as it was typed. */
    record ParkedPost(String path, List<Field> fields) {}

    record Field(String name, String value) {}

    private final JdbcClient db;
    private final Vault vault;
    private final Accounts accounts;
    private final SecureRandom random;
    private final InstantSource clock;

    ParkedPosts(JdbcClient db, Vault vault, Accounts accounts, SecureRandom random, InstantSource clock) {
        this.db = db;
        this.vault = vault;
        this.accounts = accounts;
        this.random = random;
        this.clock = clock;
    }

    /** Keeps the post if it says, by a mark that we made, whose it is; an autosave keeps its own words on the page and is not parked. */
    boolean park(HttpServletRequest request, HttpServletResponse response) {
        var owner = request.getParameter(OWNER);
        var keeps = owner != null && accounts.isOwnerMark(owner) && request.getHeader("X-Autosave") == null;
        return keeps && park(request, response, owner);
    }

    /** Keeps a post of somebody we know, who must prove once more who they are. */
    boolean parkOf(UUID account, HttpServletRequest request, HttpServletResponse response) {
        return park(request, response, accounts.ownerMark(account));
    }

    private boolean park(HttpServletRequest request, HttpServletResponse response, String owner) {
        var path = ReturnPath.read(request.getRequestURI());
        var fields = fields(request);
        var json = JSON.writeValueAsBytes(fields);
        if (!request.getMethod().equals("POST") || path.isEmpty() || json.length > LARGEST) {
            return false;
        }
        var token = Token.fresh(random, 256);
        db.sql("""
                insert into signin.parked_post (digest, owner, path, fields, parked_at)
                values (:digest, :owner, :path, :fields, :now)
                """)
                .param("digest", token.digest())
                .param("owner", owner)
                .param("path", path.get().value())
                .param("fields", vault.sealGlobal(json, context(owner)))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        forgetBeyond(owner);
        Cookies.PARKED.set(response, token.value());
        return true;
    }

    /** What this browser sent for this account and has not got back yet. */
    Optional<ParkedPost> find(HttpServletRequest request, UUID account) {
        var owner = accounts.ownerMark(account);
        return Cookies.PARKED
                .token(request)
                .flatMap(token -> db.sql("""
                        select path, fields from signin.parked_post
                        where digest = :digest and owner = :owner and parked_at > :since
                        """)
                        .param("digest", token.digest())
                        .param("owner", owner)
                        .param("since", Timestamp.from(since()))
                        .query((row, n) -> new ParkedPost(
                                row.getString("path"), read(vault.openGlobal(row.getBytes("fields"), context(owner)))))
                        .optional());
    }

    void forget(HttpServletRequest request, HttpServletResponse response) {
        Cookies.PARKED.token(request).ifPresent(token -> {
            db.sql("delete from signin.parked_post where digest = :digest")
                    .param("digest", token.digest())
                    .update();
            Cookies.PARKED.clear(response);
        });
    }

    int forgetExpired() {
        return db.sql("delete from signin.parked_post where parked_at <= :since")
                .param("since", Timestamp.from(since()))
                .update();
    }

    /** The latest stay. */
    private void forgetBeyond(String owner) {
        db.sql("""
                delete from signin.parked_post
                where digest in (select digest from signin.parked_post where owner = :owner
                                 order by parked_at desc, digest offset :most)
                """).param("owner", owner).param("most", MOST).update();
    }

    private Instant since() {
        return clock.instant().minus(KEPT);
    }

    private static List<Field> fields(HttpServletRequest request) {
        var fields = new ArrayList<Field>();
        request.getParameterMap().forEach((name, values) -> {
            for (var value : values) {
                if (!UNKEPT.contains(name)) {
                    fields.add(new Field(name, value));
                }
            }
        });
        return fields;
    }

    private static List<Field> read(byte @Nullable [] json) {
        return List.of(JSON.readValue(json == null ? "[]".getBytes(StandardCharsets.UTF_8) : json, Field[].class));
    }

    private static String context(String owner) {
        return "signin.parked_post/" + owner;
    }
}
