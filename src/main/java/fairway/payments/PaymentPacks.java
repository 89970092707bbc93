package fairway.payments;

import com.fasterxml.uuid.NoArgGenerator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Packages and what was quoted for them. */
@Repository
class PaymentPacks {
    private final JdbcClient db;
    private final NoArgGenerator ids;
    private final InstantSource clock;

    PaymentPacks(JdbcClient db, NoArgGenerator ids, InstantSource clock) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
    }

    Optional<Pack> find(UUID pack) {
        return db.sql("select pack, account, quote, return_path, settled_at from payments.pack where pack = :pack")
                .param("pack", pack)
                .query(PaymentPacks::pack)
                .optional();
    }

    Optional<Pack> of(UUID pack, UUID account) {
        return db.sql("""
                select pack, account, quote, return_path, settled_at
                from payments.pack
                where pack = :pack and account = :account
                """)
                .param("pack", pack)
                .param("account", account)
                .query(PaymentPacks::pack)
                .optional();
    }

    /** Everything that changes a package or its payments waits here for its turn. */
    Optional<Pack> lock(UUID pack) {
        return db.sql("""
                select pack, account, quote, return_path, settled_at
                from payments.pack
                where pack = :pack
                for update
                """).param("pack", pack).query(PaymentPacks::pack).optional();
    }

    /** Does nothing where the package is known. */
    void open(UUID pack, UUID account, UUID quote, String returnPath) {
        db.sql("""
                insert into payments.pack (pack, account, quote, return_path, opened_at)
                values (:pack, :account, :quote, :path, :now)
                on conflict do nothing
                """)
                .param("pack", pack)
                .param("account", account)
                .param("quote", quote)
                .param("path", returnPath)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    void requote(UUID pack, UUID quote, String returnPath) {
        db.sql("update payments.pack set quote = :quote, return_path = :path where pack = :pack")
                .param("quote", quote)
                .param("path", returnPath)
                .param("pack", pack)
                .update();
    }

    /** Whether this call settled it. */
    boolean settle(UUID pack) {
        return db.sql("update payments.pack set settled_at = :now where pack = :pack and settled_at is null")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("pack", pack)
                        .update()
                == 1;
    }

    UUID store(Quote quote) {
        var id = ids.generate();
        db.sql("insert into payments.quote (id, quoted_on, made_at) values (:id, :on, :now)")
                .param("id", id)
                .param("on", quote.on())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        int position = 0;
        for (var line : quote.lines()) {
            db.sql("""
                    insert into payments.quote_line
                        (quote, position, code, rule, name_key, why_key, payment_group, cents, source, confirmed)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(id, position++, line.code(), line.rule(), line.nameKey(), line.whyKey())
                    .params(line.group(), line.cents(), line.source(), line.confirmed())
                    .update();
        }
        return id;
    }

    Quote quote(UUID id) {
        var on = db.sql("select quoted_on from payments.quote where id = :id")
                .param("id", id)
                .query(LocalDate.class)
                .single();
        var lines = db.sql("""
                select code, rule, name_key, why_key, cents, source, confirmed, payment_group as "group"
                from payments.quote_line
                where quote = :id
                order by position
                """).param("id", id).query(PaymentPacks::line).list();
        return new Quote(on, lines);
    }

    private static QuoteLine line(ResultSet row, int n) throws SQLException {
        return new QuoteLine(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getBoolean(7),
                row.getString(8));
    }

    private static Pack pack(ResultSet row, int n) throws SQLException {
        var settled = row.getTimestamp(5);
        return new Pack(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                settled == null ? null : settled.toInstant());
    }
}
