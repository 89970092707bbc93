package fairway.delivery;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Messages that fail or arrive, for tests of other modules. */
@Component
public class TestFailures {
    private final Delivery delivery;
    private final Ledger ledger;
    private final Wording wording;
    private final Ending ending;
    private final InstantSource clock;

    TestFailures(Delivery delivery, Ledger ledger, Wording wording, Ending ending, InstantSource clock) {
        this.delivery = delivery;
        this.ledger = ledger;
        this.wording = wording;
        this.ending = ending;
        this.clock = clock;
    }

    /** An e-mail that will never arrive. */
    public UUID mail(UUID account, String address, Reason.Code why, String detail) {
        return send(account, address, new Carrier.Outcome.Never(Reason.of(why, detail)));
    }

    public void arrived(UUID account, String address) {
        send(account, address, new Carrier.Outcome.Carried("there"));
    }

    private UUID send(UUID account, String address, Carrier.Outcome outcome) {
        var message = new Message(
                "test/" + UUID.randomUUID(),
                Channel.EMAIL,
                address,
                Locale.ENGLISH,
                "alerts.news",
                Map.of("link", "/account"),
                account,
                Purpose.CASE);
        var id = delivery.send(message).message();
        new Sender(ledger, wording, channel -> letter -> outcome, ending, clock).tryToSend(id);
        return id;
    }
}
