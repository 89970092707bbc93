package fairway.payments;

import com.fasterxml.uuid.NoArgGenerator;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Double entry: what the card provider holds for us, what each fee brought in, what we owe back. */
@Repository
class PaymentLedger {
    static final String CARDS = "card-provider";
    static final String OWED_BACK = "owed-back";

    private final JdbcClient db;
    private final NoArgGenerator ids;
    private final InstantSource clock;

    PaymentLedger(JdbcClient db, NoArgGenerator ids, InstantSource clock) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
    }

    record Line(String account, long cents) {}

    void received(Intent intent, List<QuoteLine> fees) {
        var lines = new ArrayList<Line>();
        lines.add(new Line(CARDS, intent.cents()));
        fees.forEach(fee -> lines.add(new Line("fee:" + fee.code(), -fee.cents())));
        book(intent, "received", lines);
    }

    void receivedWithoutNeed(Intent intent) {
        book(intent, "received", List.of(new Line(CARDS, intent.cents()), new Line(OWED_BACK, -intent.cents())));
    }

    void givenBack(Intent intent) {
        book(intent, "refunded", List.of(new Line(OWED_BACK, intent.cents()), new Line(CARDS, -intent.cents())));
    }

    void book(Intent intent, String kind, List<Line> lines) {
        var entry = ids.generate();
        db.sql("insert into payments.ledger_entry (id, intent, kind, booked_at) values (?, ?, ?, ?)")
                .params(entry, intent.id(), kind, Timestamp.from(clock.instant()))
                .update();
        int position = 0;
        for (var line : lines) {
            db.sql("insert into payments.ledger_line (entry, position, account, cents) values (?, ?, ?, ?)")
                    .params(entry, position++, line.account(), line.cents())
                    .update();
        }
    }
}
