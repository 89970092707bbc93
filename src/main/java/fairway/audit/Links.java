package fairway.audit;

import fairway.audit.Chain.Row;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Takes waiting entries into the chain. */
@Repository
class Links {
    private static final int BATCH = 1000;

    private final JdbcClient db;
    private final JdbcOperations batches;
    private final InstantSource clock;

    Links(JdbcClient db, JdbcOperations batches, InstantSource clock) {
        this.db = db;
        this.batches = batches;
        this.clock = clock;
    }

    private record Head(long position, String hash) {}

    /** Links one batch in the order of writing; false when nothing was waiting. */
    @Transactional
    boolean linkBatch() {
        db.sql("select pg_advisory_xact_lock(hashtext('audit.link'))").query().singleRow();
        var waiting = waiting();
        if (waiting.isEmpty()) {
            return false;
        }
        var head = head();
        var hash = java.util.HexFormat.of().parseHex(head.hash());
        long position = head.position();
        var links = new ArrayList<Object[]>();
        var at = Timestamp.from(clock.instant());
        for (var row : waiting) {
            hash = Chain.next(hash, row);
            position++;
            links.add(new Object[] {position, row.id(), hash, at});
        }
        batches.batchUpdate("insert into audit.link (position, entry, hash, made_at) values (?, ?, ?, ?)", links);
        db.sql("delete from audit.pending where entry = any(:entries)")
                .param("entries", waiting.stream().map(Row::id).toArray(UUID[]::new))
                .update();
        return true;
    }

    private List<Row> waiting() {
        return db.sql("select " + Entries.COLUMNS + """
                 from audit.pending p join audit.entry e on e.id = p.entry
                order by e.seq
                limit :limit
                """)
                .param("limit", BATCH)
                .query(Entries.ROW)
                .list();
    }

    private Head head() {
        return db.sql("select position, encode(hash, 'hex') from audit.link order by position desc limit 1")
                .query((row, n) -> new Head(row.getLong(1), row.getString(2)))
                .optional()
                .orElse(new Head(0, java.util.HexFormat.of().formatHex(Chain.START)));
    }
}
