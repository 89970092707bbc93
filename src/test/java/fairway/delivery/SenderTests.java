package fairway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A carrier that is down, driven try by try. */
@FairwayTest
class SenderTests {
    @Autowired
    Delivery delivery;

    @Autowired
    Ledger ledger;

    @Autowired
    Wording wording;

    @Autowired
    Ending ending;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    private final Message message = Samples.email("s" + UUID.randomUUID() + "@example.org");

    @Test
    void while_the_carrier_is_down_the_message_waits_visibly_and_leaves_when_it_is_up_again() {
        var id = delivery.send(message).message();
        var down = sender(letter -> new Carrier.Outcome.Later(Reason.of(Reason.Code.MAIL_NOT_TAKEN)));
        assertThat(down.tryToSend(id)).contains(clock.instant().plus(Duration.ofMinutes(1)));
        assertThat(delivery.stateOf(message.dedupe())).contains(DeliveryState.FAILED_TEMPORARY);
        var up = sender(letter -> {
            assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                    .isFalse();
            assertThat(letter.body()).contains(Samples.NAME);
            return new Carrier.Outcome.Carried("ok");
        });
        assertThat(up.tryToSend(id)).isEmpty();
        assertThat(delivery.stateOf(message.dedupe())).contains(DeliveryState.SENT);
    }

    @Test
    void a_message_nobody_could_carry_for_a_day_is_given_up_and_erased() {
        var id = delivery.send(message).message();
        var down = sender(letter -> new Carrier.Outcome.Later(Reason.of(Reason.Code.MAIL_NOT_TAKEN)));
        var started = clock.instant();
        var next = down.tryToSend(id);
        int tries = 1;
        while (next.isPresent()) {
            clock.set(next.get());
            next = down.tryToSend(id);
            tries++;
        }
        assertThat(tries).isEqualTo(27);
        assertThat(Duration.between(started, clock.instant())).isLessThanOrEqualTo(Duration.ofDays(1));
        assertThat(delivery.stateOf(message.dedupe())).contains(DeliveryState.FAILED_PERMANENT);
        assertThat(erased(id)).isTrue();
    }

    @Test
    void a_refused_address_is_not_tried_again_and_a_finished_message_is_never_sent_again() {
        var id = delivery.send(message).message();
        assertThat(sender(letter -> new Carrier.Outcome.Never(Reason.of(Reason.Code.MAIL_ADDRESS_REFUSED)))
                        .tryToSend(id))
                .isEmpty();
        assertThat(delivery.stateOf(message.dedupe())).contains(DeliveryState.FAILED_PERMANENT);
        var counted = new java.util.concurrent.atomic.AtomicInteger();
        sender(letter -> {
                    counted.incrementAndGet();
                    return new Carrier.Outcome.Carried("again");
                })
                .tryToSend(id);
        assertThat(counted).hasValue(0);
    }

    private Sender sender(Carrier carrier) {
        return new Sender(ledger, wording, channel -> carrier, ending, clock);
    }

    private boolean erased(UUID id) {
        return db.sql("select sealed is null and next_try is null from delivery.message where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }
}
