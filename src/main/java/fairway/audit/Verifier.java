package fairway.audit;

import fairway.audit.ChainReport.Fault;
import fairway.audit.ChainReport.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Walks the whole chain over one snapshot of the database, a few thousand rows in memory at a time. */
@Component
class Verifier {
    private final JdbcTemplate db;

    Verifier(DataSource dataSource) {
        this.db = new JdbcTemplate(dataSource);
        db.setFetchSize(2000);
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    ChainReport verify() {
        var walked =
                Objects.requireNonNull(db.query("select l.position, l.hash, " + Entries.COLUMNS + """
                 from audit.link l left join audit.entry e on e.id = l.entry
                order by l.position
                """, Verifier::walk));
        long tail = count("select count(*) from audit.pending");
        var fault = walked.firstBroken();
        if (fault == null) {
            fault = tailFault(walked.checked() + 1);
        }
        if (fault == null) {
            fault = cut();
        }
        return new ChainReport(walked.checked(), fault, tail, walked.head());
    }

    private static ChainReport walk(ResultSet rows) throws SQLException {
        var hash = Chain.START;
        long position = 0;
        while (rows.next()) {
            var stored = rows.getBytes("hash");
            var fault = fault(position + 1, hash, stored, rows);
            if (fault != null) {
                return new ChainReport(position, fault, 0, HexFormat.of().formatHex(hash));
            }
            hash = stored;
            position++;
        }
        return new ChainReport(position, null, 0, HexFormat.of().formatHex(hash));
    }

    private static @Nullable Fault fault(long position, byte[] previous, byte[] stored, ResultSet row)
            throws SQLException {
        if (row.getLong("position") != position) {
            return new Fault(position, Kind.GAP);
        }
        if (row.getObject("id") == null) {
            return new Fault(position, Kind.REMOVED);
        }
        return Arrays.equals(Chain.next(previous, Entries.row(row)), stored) ? null : new Fault(position, Kind.CHANGED);
    }

    private @Nullable Fault cut() {
        return db.query("""
                        select v.checked from audit.verification v
                        where v.fault is null and v.checked > 0 and not exists (
                            select from audit.link l where l.position = v.checked and encode(l.hash, 'hex') = v.head)
                        order by v.checked
                        limit 1
                        """, (row, n) -> new Fault(row.getLong(1), Kind.CUT)).stream()
                .findFirst()
                .orElse(null);
    }

    private @Nullable Fault tailFault(long position) {
        if (count("""
                select count(*) from audit.pending p
                where not exists (select from audit.entry e where e.id = p.entry)
                """) > 0) {
            return new Fault(position, Kind.REMOVED);
        }
        if (count("""
                select count(*) from audit.entry e
                where not exists (select from audit.link l where l.entry = e.id)
                and not exists (select from audit.pending p where p.entry = e.id)
                """) > 0) {
            return new Fault(position, Kind.SMUGGLED);
        }
        return null;
    }

    private long count(String query) {
        return Objects.requireNonNull(db.queryForObject(query, Long.class));
    }
}
