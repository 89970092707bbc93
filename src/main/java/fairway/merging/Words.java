package fairway.merging;

import fairway.identity.Accounts;
import fairway.merging.Word.From;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The words that ended joinings of the same two accounts, whichever of them was to stay. */
@Repository("mergingWords")
class Words {
    private final JdbcClient db;
    private final Accounts accounts;
    private final Asking.Around around;

    Words(JdbcClient db, Accounts accounts, Asking.Around around) {
        this.db = db;
        this.accounts = accounts;
        this.around = around;
    }

    /** By whom the alarm was raised that is under way now; on the side that went nobody can be signed in. */
    Optional<From> alarm(UUID account, Merge merge) {
        var joined = merge.state() == Merge.State.JOINED;
        return Word.of(accounts.safety().heldLast(account), joined);
    }

    boolean left(Merge merge, UUID account, From from) {
        var since = around.now().minus(around.settings().remembered());
        return Word.left(about(merge), account, from, since);
    }

    /** Counts once the joining has ended. */
    void say(Merge merge, UUID account, From from) {
        db.sql("update merging.merge set word_of = :account, word_from = :from where id = :id")
                .param("account", account)
                .param("from", from.name())
                .param("id", merge.id())
                .update();
    }

    /** The latest first. */
    List<Word> about(Merge merge) {
        return db.sql("""
                select word_of, word_from, ended_at from merging.merge
                where (kept, gone) in ((:one, :other), (:other, :one)) and state in ('STOPPED', 'UNDONE')
                  and word_of is not null
                order by ended_at desc
                """)
                .param("one", merge.kept())
                .param("other", merge.other())
                .query((row, n) -> new Word(
                        row.getObject("word_of", UUID.class),
                        From.valueOf(row.getString("word_from")),
                        row.getTimestamp("ended_at").toInstant()))
                .list();
    }

    /** How often two accounts were joined, or nearly, and it was stopped or taken back by whomever. */
    int ended(Merge merge) {
        return db.sql("""
                select count(*) from merging.merge
                where (kept, gone) in ((:one, :other), (:other, :one)) and state in ('STOPPED', 'UNDONE')
                  and proven_at is not null and asked_at < :asked
                """)
                .param("one", merge.kept())
                .param("other", merge.other())
                .param("asked", Timestamp.from(merge.course().askedAt()))
                .query(Integer.class)
                .single();
    }
}
