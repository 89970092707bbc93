package fairway.documents;

import fairway.documents.Structure.Objection;
import fairway.ui.Busy;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What one account sends: not too much at once, not too much in a day; what is refused or breaks off counts as well. */
@Repository("documentsTraffic")
class Traffic {
    private static final Duration AGAIN = Duration.ofSeconds(20);

    private final JdbcClient db;
    private final DocumentSettings.Account most;
    private final InstantSource clock;
    private final ConcurrentHashMap<UUID, Integer> running = new ConcurrentHashMap<>();

    Traffic(JdbcClient db, DocumentSettings settings, InstantSource clock) {
        this.db = db;
        this.most = settings.account();
        this.clock = clock;
    }

    /** Lets one upload of this account in; we ourselves may always. */
    Pass enter(@Nullable UUID account) throws Objection {
        if (account != null && running.merge(account, 1, Integer::sum) > most.atOnce()) {
            leave(account);
            throw new Busy(AGAIN);
        }
        var pass = new Pass(account);
        if (account != null && !begun(account)) {
            pass.close();
            throw new Objection(Refusal.QUOTA);
        }
        return pass;
    }

    /** One upload on its way; closed when it is over, however it ended. */
    final class Pass implements AutoCloseable {
        private final @Nullable UUID account;
        private final AtomicLong bytes = new AtomicLong();

        private Pass(@Nullable UUID account) {
            this.account = account;
        }

        InputStream counting(InputStream content) {
            return new FilterInputStream(content) {
                @Override
                public int read() throws IOException {
                    int one = super.read();
                    bytes.addAndGet(one < 0 ? 0 : 1);
                    return one;
                }

                @Override
                public int read(byte[] target, int from, int length) throws IOException {
                    int n = super.read(target, from, length);
                    bytes.addAndGet(Math.max(n, 0));
                    return n;
                }
            };
        }

        @Override
        public void close() {
            if (account != null) {
                leave(account);
                sent(account, bytes.get());
            }
        }
    }

    private void sent(UUID account, long bytes) {
        if (bytes > 0) {
            db.sql("""
                    update documents.traffic set bytes = bytes + :bytes where account = :account and day = :day
                    """)
                    .param("bytes", bytes)
                    .param("account", account)
                    .param("day", today())
                    .update();
        }
    }

    void forgetBefore(Instant time) {
        db.sql("delete from documents.traffic where day < :day")
                .param("day", LocalDate.ofInstant(time, ZoneOffset.UTC))
                .update();
    }

    private boolean begun(UUID account) {
        return db.sql("""
                insert into documents.traffic as t (account, day, files, bytes) values (:account, :day, 1, 0)
                on conflict (account, day) do update set files = t.files + 1
                returning files <= :files and bytes < :bytes
                """)
                .param("account", account)
                .param("day", today())
                .param("files", most.files())
                .param("bytes", most.bytes().toBytes())
                .query(Boolean.class)
                .single();
    }

    private void leave(UUID account) {
        running.computeIfPresent(account, (id, count) -> count > 1 ? count - 1 : null);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
