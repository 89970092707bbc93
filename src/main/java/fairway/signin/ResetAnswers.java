package fairway.signin;

import fairway.passwords.Passwords;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The five answers, each as a slow keyed hash: nobody can read them, not even those who run this. */
@Component
class ResetAnswers {
    private final JdbcClient db;
    private final Passwords passwords;
    private final Credentials credentials;
    private final Trace trace;
    private final TransactionTemplate transactions;

    ResetAnswers(
            JdbcClient db,
            Passwords passwords,
            Credentials credentials,
            Trace trace,
            TransactionTemplate transactions) {
        this.db = db;
        this.passwords = passwords;
        this.credentials = credentials;
        this.trace = trace;
        this.transactions = transactions;
    }

    /** Hashes first, so that no connection waits for it. */
    void set(UUID account, List<Questions.Pair> pairs) {
        var hashes = pairs.stream()
                .map(pair -> passwords.hash(Questions.normal(pair.answer())))
                .toList();
        transactions.executeWithoutResult(state -> {
            if (!credentials.advance(account, Stage.QUESTIONS)) {
                return;
            }
            for (int i = 0; i < pairs.size(); i++) {
                add(account, i + 1, pairs.get(i).question(), hashes.get(i));
            }
            trace.trail().of(account, false, "signin.questions.set", Map.of());
        });
    }

    /** Five others in place of those; {@code meanwhile} stands or falls with it. */
    void replace(UUID account, List<Questions.Pair> pairs, Runnable meanwhile) {
        var hashes = pairs.stream()
                .map(pair -> passwords.hash(Questions.normal(pair.answer())))
                .toList();
        transactions.executeWithoutResult(state -> {
            for (int i = 0; i < pairs.size(); i++) {
                add(account, i + 1, pairs.get(i).question(), hashes.get(i));
            }
            meanwhile.run();
        });
    }

    /** Whether all are right; every one is looked at, also those that were never set, so that time tells nothing. */
    boolean right(UUID account, List<String> typed) {
        var kept = db.sql("select answer_hash from signin.reset_answer where account = :account order by position")
                .param("account", account)
                .query(String.class)
                .list();
        int right = 0;
        for (int i = 0; i < Questions.HOW_MANY; i++) {
            var hash = i < kept.size() ? kept.get(i) : null;
            right += passwords.matches(Questions.normal(typed.get(i)), hash) ? 1 : 0;
        }
        return right == Questions.HOW_MANY;
    }

    /** The account begins anew: its owner chooses others. */
    void forget(UUID account) {
        db.sql("delete from signin.reset_answer where account = :account")
                .param("account", account)
                .update();
    }

    record Chosen(String question, Instant at) {}

    /** Which questions, never the answers. */
    List<Chosen> chosen(UUID account) {
        return db.sql("select question, set_at from signin.reset_answer where account = :account order by position")
                .param("account", account)
                .query((row, n) -> new Chosen(
                        row.getString("question"), row.getTimestamp("set_at").toInstant()))
                .list();
    }

    private void add(UUID account, int position, String question, String hash) {
        db.sql("""
                insert into signin.reset_answer (account, position, question, answer_hash, normalisation, set_at)
                values (:account, :position, :question, :hash, :normalisation, :now)
                on conflict (account, position) do update
                set question = excluded.question, answer_hash = excluded.answer_hash,
                    normalisation = excluded.normalisation, set_at = excluded.set_at
                """)
                .param("account", account)
                .param("position", position)
                .param("question", question)
                .param("hash", hash)
                .param("normalisation", Questions.NORMALISATION)
                .param("now", Timestamp.from(trace.now()))
                .update();
    }
}
