package fairway.support;

import fairway.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The steps a request for help may take: each statement carries in itself from where, by whom and on what. */
@Repository
class HelpMoves {
    private static final int AT_ONCE = 100;

    private final JdbcClient db;
    private final HelpTable table;
    private final Vault vault;

    HelpMoves(JdbcClient db, HelpTable table, Vault vault) {
        this.db = db;
        this.table = table;
        this.vault = vault;
    }

    /** True the first time. */
    boolean opened(UUID request, Instant now) {
        return db.sql("update support.request set opened_at = :now where id = :id and opened_at is null")
                        .param("now", Timestamp.from(now))
                        .param("id", request)
                        .update()
                == 1;
    }

    /** The promise to answer is kept with the first word or step of ours. */
    void answered(UUID request, Instant now) {
        db.sql("update support.request set answered_at = :now where id = :id and answered_at is null")
                .param("now", Timestamp.from(now))
                .param("id", request)
                .update();
    }

    /** False where our answer is owed anyway. */
    boolean waitsAgain(UUID request, Instant due) {
        return db.sql("""
                update support.request set answered_at = null, due_at = :due, turn = turn + 1
                where id = :id and answered_at is not null
                """)
                        .param("due", Timestamp.from(due))
                        .param("id", request)
                        .update()
                == 1;
    }

    /** False when it is this account already; proofs given for another one count no more. */
    boolean found(UUID request, UUID account) {
        boolean other =
                db.sql("""
                update support.request set account = :account
                where id = :id and kind = 'RECOVERY' and state = 'OPEN' and account is distinct from :account
                """).param("account", account).param("id", request).update() == 1;
        if (other) {
            db.sql("delete from support.proof where request = :id")
                    .param("id", request)
                    .update();
        }
        return other;
    }

    boolean propose(UUID request, UUID agent, String reason) {
        return db.sql("""
                update support.request as r set state = 'PROPOSED', proposer = :agent, reason = :reason
                where id = :id and kind = 'RECOVERY' and state = 'OPEN' and account is not null
                  and (select count(distinct p.sort) from support.proof p
                       where p.request = r.id and p.account = r.account and p.proven_at is not null) >= :enough
                """)
                        .param("agent", agent)
                        .param("reason", table.seal(request, reason, HelpTable.context("reason", request)))
                        .param("id", request)
                        .param("enough", Approval.ENOUGH)
                        .update()
                == 1;
    }

    /** Of many at once exactly one gets the account; neither the proposer nor who vouched for a document is let through. */
    Optional<UUID> approve(UUID request, UUID agent, Instant now) {
        return db.sql("""
                update support.request as r set state = 'APPROVED', approver = :agent, decided_at = :now
                where id = :id and state = 'PROPOSED' and proposer <> :agent
                  and not exists (select 1 from support.proof p where p.request = r.id and p.checked_by = :agent)
                  and (select count(distinct p.sort) from support.proof p
                       where p.request = r.id and p.account = r.account and p.proven_at is not null) >= :enough
                returning account
                """)
                .param("agent", agent)
                .param("now", Timestamp.from(now))
                .param("id", request)
                .param("enough", Approval.ENOUGH)
                .query(UUID.class)
                .optional();
    }

    void recovering(UUID request, UUID recovery) {
        db.sql("update support.request set recovery = :recovery where id = :id")
                .param("recovery", recovery)
                .param("id", request)
                .update();
    }

    boolean end(UUID request, HelpRequest.State as, Instant now) {
        return db.sql("""
                update support.request set state = :state, decided_at = :now
                where id = :id and state in ('OPEN', 'PROPOSED')
                """)
                        .param("state", as.name())
                        .param("now", Timestamp.from(now))
                        .param("id", request)
                        .update()
                == 1;
    }

    /** Why an agent proposed it, for the one who approves. */
    Optional<String> reason(UUID request) {
        return db.sql("select vault_key, reason from support.request where id = :id and reason is not null")
                .param("id", request)
                .query((row, n) -> new String(
                        vault.open(
                                row.getObject("vault_key", UUID.class),
                                row.getBytes("reason"),
                                HelpTable.context("reason", request)),
                        StandardCharsets.UTF_8))
                .optional();
    }

    /** Nobody needs the words any more: their key goes, and with it what was written; that it was and how it ended stays. */
    int erase(Instant decidedBefore, Instant now) {
        var old = db.sql("""
                select id from support.request where decided_at < :before and erased_at is null
                order by decided_at limit :most for update skip locked
                """)
                .param("before", Timestamp.from(decidedBefore))
                .param("most", AT_ONCE)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
        old.forEach(request -> eraseOne(request, now));
        return old.size();
    }

    /** What nobody ended and nobody wrote in any more; given back to tell of it, and erased when its time has come. */
    List<UUID> abandon(Instant silentBefore, Instant now) {
        return db.sql("""
                update support.request set state = 'LAPSED', decided_at = :now
                where id in (select r.id from support.request r
                             where r.state in ('OPEN', 'PROPOSED') and r.erased_at is null and r.made_at < :before
                               and not exists (select 1 from support.message m where m.request = r.id and m.at >= :before)
                             order by r.made_at limit :most for update skip locked)
                returning id
                """)
                .param("before", Timestamp.from(silentBefore))
                .param("now", Timestamp.from(now))
                .param("most", AT_ONCE)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** What an erased account wrote to us, and how it might be found again. */
    void forget(UUID account, Instant now) {
        db.sql("select id from support.request where account = :account and erased_at is null")
                .param("account", account)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list()
                .forEach(request -> eraseOne(request, now));
        for (var forget : List.of(
                "delete from support.proof where account = :account",
                "delete from support.person_mark where account = :account",
                "delete from support.look where account = :account",
                "update support.request set account = null where account = :account")) {
            db.sql(forget).param("account", account).update();
        }
    }

    private void eraseOne(UUID request, Instant now) {
        db.sql("delete from support.message where request = :id")
                .param("id", request)
                .update();
        db.sql("delete from support.proof where request = :id")
                .param("id", request)
                .update();
        var key = db.sql("""
                update support.request set words = null, reason = null, token_digest = null, erased_at = :now
                where id = :id
                returning vault_key
                """)
                .param("now", Timestamp.from(now))
                .param("id", request)
                .query(UUID.class)
                .single();
        vault.destroy(key);
    }
}
