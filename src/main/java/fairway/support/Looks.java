package fairway.support;

import com.fasterxml.uuid.NoArgGenerator;
import fairway.audit.Act;
import fairway.audit.Actor;
import fairway.audit.Audit;
import fairway.audit.Subject;
import fairway.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks at accounts: opened with a reason, for a while, for one member of staff; every opening and every page is on record. */
@Service
class Looks {
    private final JdbcClient db;
    private final Vault vault;
    private final Audit audit;
    private final Sources sources;

    Looks(JdbcClient db, Vault vault, Audit audit, Sources sources) {
        this.db = db;
        this.vault = vault;
        this.audit = audit;
        this.sources = sources;
    }

    @Component
    record Sources(NoArgGenerator ids, InstantSource clock, SupportSettings settings) {}

    record Look(UUID id, UUID account, Instant endsAt) {}

    @Transactional
    public UUID open(UUID staff, UUID account, Reason reason, String note) {
        var id = sources.ids().generate();
        var now = sources.clock().instant();
        db.sql("""
                insert into support.look (id, account, staff, reason, note, opened_at, ends_at)
                values (:id, :account, :staff, :reason, :note, :now, :ends)
                """)
                .param("id", id)
                .param("account", account)
                .param("staff", staff)
                .param("reason", reason.name())
                .param("note", vault.sealGlobal(note.getBytes(StandardCharsets.UTF_8), "support.look/" + id))
                .param("now", Timestamp.from(now))
                .param("ends", Timestamp.from(now.plus(sources.settings().look())))
                .update();
        record(staff, account, "support.opened", Map.of("look", id.toString(), "reason", reason.name()));
        return id;
    }

    /** One's own that lasts; seeing it is on record each time. */
    @Transactional
    public Optional<Look> see(UUID staff, UUID id) {
        var found = db.sql("""
                select account, ends_at from support.look
                where id = :id and staff = :staff and closed_at is null and ends_at > :now
                """)
                .param("id", id)
                .param("staff", staff)
                .param("now", Timestamp.from(sources.clock().instant()))
                .query((row, n) -> new Look(
                        id,
                        row.getObject("account", UUID.class),
                        row.getTimestamp("ends_at").toInstant()))
                .optional();
        found.ifPresent(look -> record(staff, look.account(), "support.seen", Map.of("look", id.toString())));
        return found;
    }

    @Transactional
    public void close(UUID staff, UUID id) {
        db.sql("update support.look set closed_at = :now where id = :id and staff = :staff and closed_at is null")
                .param("now", Timestamp.from(sources.clock().instant()))
                .param("id", id)
                .param("staff", staff)
                .update();
    }

    /** Somebody looked for what is not there, or for somebody who is not to be found. */
    void missed(UUID staff) {
        audit.record(Act.of(Actor.staff(staff), "support.not-found", Subject.of("account", staff)));
    }

    private void record(UUID staff, UUID account, String what, Map<String, String> facts) {
        audit.record(new Act(Actor.staff(staff), what, Subject.of("account", account), facts));
    }
}
