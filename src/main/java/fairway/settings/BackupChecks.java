package fairway.settings;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Once a year: do you still have your backup code? */
@Repository
class BackupChecks {
    private final JdbcClient db;
    private final InstantSource clock;
    private final SecuritySettings settings;

    BackupChecks(JdbcClient db, InstantSource clock, SecuritySettings settings) {
        this.db = db;
        this.clock = clock;
        this.settings = settings;
    }

    boolean due(UUID account, @Nullable Instant madeAt) {
        var since = clock.instant().minus(settings.backupAskedAfter());
        return madeAt != null && madeAt.isBefore(since) && lastSaid(account).isBefore(since);
    }

    void stillThere(UUID account) {
        db.sql("""
                insert into settings.backup_check (account, still_there_at) values (:account, :now)
                on conflict (account) do update set still_there_at = excluded.still_there_at
                """)
                .param("account", account)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private Instant lastSaid(UUID account) {
        return db.sql("select still_there_at from settings.backup_check where account = :account")
                .param("account", account)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional()
                .orElse(Instant.EPOCH);
    }
}
