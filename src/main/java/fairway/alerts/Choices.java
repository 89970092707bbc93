package fairway.alerts;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which kind of news a person wants by which channel; whoever never chose wants all of it. */
@Repository
class Choices {
    private final JdbcClient db;

    Choices(JdbcClient db) {
        this.db = db;
    }

    record Choice(boolean email, boolean text) {
        static final Choice ALL = new Choice(true, true);
    }

    Choice of(UUID account, AlertKind kind) {
        return all(account).getOrDefault(kind, Choice.ALL);
    }

    Map<AlertKind, Choice> all(UUID account) {
        var all = new EnumMap<AlertKind, Choice>(AlertKind.class);
        db.sql("select kind, email, text from alerts.choice where account = :account")
                .param("account", account)
                .query(row -> {
                    all.put(
                            AlertKind.valueOf(row.getString("kind")),
                            new Choice(row.getBoolean("email"), row.getBoolean("text")));
                });
        return all;
    }

    void save(UUID account, AlertKind kind, Choice choice) {
        db.sql("""
                insert into alerts.choice (account, kind, email, text) values (:account, :kind, :email, :text)
                on conflict (account, kind) do update set email = excluded.email, text = excluded.text
                """)
                .param("account", account)
                .param("kind", kind.name())
                .param("email", choice.email())
                .param("text", choice.text())
                .update();
    }

    void forget(UUID account) {
        db.sql("delete from alerts.choice where account = :account")
                .param("account", account)
                .update();
    }
}
