package fairway.cases;

import fairway.vault.Vault;
import java.nio.ByteBuffer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Issues receipt numbers: places of a sequence, scrambled by a key that never changes. */
@Component
class ReceiptNumbers {
    private static final int HALF = 100_000;

    private final JdbcClient db;
    private final CaseSettings settings;
    private final Scramble scramble;

    ReceiptNumbers(JdbcClient db, CaseSettings settings, Vault vault) {
        this.db = db;
        this.settings = settings;
        this.scramble = new Scramble(
                HALF,
                (round, half) -> ByteBuffer.wrap(vault.fingerprint("cases.receipt", round + "/" + half))
                        .getLong());
    }

    ReceiptNumber next() {
        long place = place();
        while (scramble.leftOut(place)) {
            place = place();
        }
        return new ReceiptNumber(settings.prefix() + "%010d".formatted(scramble.of(place)));
    }

    private long place() {
        return db.sql("select nextval('cases.receipt_place')").query(Long.class).single();
    }
}
