package fairway.audit;

import com.fasterxml.uuid.NoArgGenerator;
import fairway.audit.ChainReport.Fault;
import fairway.audit.ChainReport.Kind;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Checks of the chain as they were made, night by night; a broken one is shouted into the log. */
@Repository
class Verifications {
    private static final Logger LOG = LoggerFactory.getLogger(Verifications.class);

    private final JdbcClient db;
    private final Verifier verifier;
    private final NoArgGenerator ids;
    private final InstantSource clock;

    Verifications(JdbcClient db, Verifier verifier, NoArgGenerator ids, InstantSource clock) {
        this.db = db;
        this.verifier = verifier;
        this.ids = ids;
        this.clock = clock;
    }

    /** {@code byNight}: by the job, and not because somebody asked. */
    ChainReport verify(boolean byNight) {
        var report = verifier.verify();
        var fault = report.firstBroken();
        db.sql("""
                insert into audit.verification (id, at, checked, tail, head, fault, fault_position, by_night)
                values (:id, :at, :checked, :tail, :head, :fault, :position, :night)
                """)
                .param("id", ids.generate())
                .param("at", Timestamp.from(clock.instant()))
                .param("checked", report.checked())
                .param("tail", report.tail())
                .param("head", report.head())
                .param("fault", fault == null ? null : fault.kind().name())
                .param("position", fault == null ? null : fault.position())
                .param("night", byNight)
                .update();
        if (fault == null) {
            LOG.info("audit chain whole, checked={} tail={} head={}", report.checked(), report.tail(), report.head());
        } else {
            LOG.error("AUDIT CHAIN BROKEN at position={} kind={}", fault.position(), fault.kind());
        }
        return report;
    }

    Optional<Verification> latest(boolean byNight) {
        return db.sql("""
                select at, checked, tail, head, fault, fault_position from audit.verification
                where by_night or not :night
                order by at desc, id desc
                limit 1
                """)
                .param("night", byNight)
                .query((row, n) -> {
                    var kind = row.getString("fault");
                    var fault = kind == null ? null : new Fault(row.getLong("fault_position"), Kind.valueOf(kind));
                    return new Verification(
                            row.getTimestamp("at").toInstant(),
                            new ChainReport(row.getLong("checked"), fault, row.getLong("tail"), row.getString("head")));
                })
                .optional();
    }
}
