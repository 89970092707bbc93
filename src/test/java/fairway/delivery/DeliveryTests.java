package fairway.delivery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairway.FairwayTest;
import fairway.TestJobs;
import fairway.promises.Promises;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@FairwayTest
class DeliveryTests {
    @Autowired
    Delivery delivery;

    @Autowired
    Outbox outbox;

    @Autowired
    Promises promises;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestJobs jobs;

    private final String address = "d" + UUID.randomUUID() + "@example.org";

    @Test
    void a_message_reaches_the_outbox_in_the_readers_language_with_links_of_ours() {
        var message = Samples.in(Locale.of("es"), Samples.email(address));
        delivery.send(message);
        assertThat(delivery.stateOf(message.dedupe())).contains(DeliveryState.CREATED);
        jobs.runDue();
        assertThat(delivery.stateOf(message.dedupe())).contains(DeliveryState.SENT);
        assertThat(outbox.latest(address, 10)).singleElement().satisfies(kept -> {
            assertThat(kept.letter().subject()).isEqualTo("Novedades sobre your <case>");
            assertThat(kept.letter().body())
                    .startsWith("Hola, " + Samples.NAME)
                    .contains("http://localhost:8080/es/cases/1?a=b&c=d");
        });
    }

    @Test
    void the_same_cause_never_tells_twice() {
        var message = Samples.email(address);
        var first = delivery.send(message);
        var second = delivery.send(message);
        jobs.runDue();
        assertThat(first.repeated()).isFalse();
        assertThat(second).isEqualTo(new Receipt(first.message(), true));
        assertThat(outbox.latest(address, 10)).hasSize(1);
    }

    @Test
    void a_cause_that_was_rolled_back_tells_nobody() {
        var message = Samples.email(address);
        transaction.executeWithoutResult(status -> {
            delivery.send(message);
            status.setRollbackOnly();
        });
        jobs.runDue();
        assertThat(delivery.stateOf(message.dedupe())).isEmpty();
        assertThat(outbox.latest(address, 10)).isEmpty();
    }

    @Test
    void every_message_is_a_promise_until_it_is_sent() {
        var message = Samples.email(address);
        var account = Objects.requireNonNull(message.account());
        delivery.send(message);
        assertThat(promises.openOf(account)).hasSize(1);
        jobs.runDue();
        assertThat(promises.openOf(account)).isEmpty();
    }

    @Test
    void the_ledger_and_the_job_hold_no_name_and_no_address_and_what_was_sealed_is_erased_once_sent() {
        var receipt = delivery.send(Samples.email(address));
        assertThat(sealed(receipt.message())).isNotNull();
        assertThat(ledgerAndJob(receipt.message())).doesNotContain("Quetzal").doesNotContain(address);
        jobs.runDue();
        assertThat(sealed(receipt.message())).isNull();
    }

    @Test
    void who_said_stop_gets_security_messages_only() {
        delivery.stop(Channel.TEXT, address);
        var about = Samples.message(Channel.TEXT, address, Purpose.CASE);
        var security = Samples.message(Channel.TEXT, address, Purpose.SECURITY);
        delivery.send(about);
        delivery.send(security);
        jobs.runDue();
        assertThat(delivery.stateOf(about.dedupe())).contains(DeliveryState.SUPPRESSED);
        assertThat(delivery.stateOf(security.dedupe())).contains(DeliveryState.SENT);
        delivery.resume(Channel.TEXT, address);
        var later = Samples.message(Channel.TEXT, address, Purpose.CASE);
        delivery.send(later);
        assertThat(delivery.stateOf(later.dedupe())).contains(DeliveryState.CREATED);
    }

    @Test
    void a_message_whose_job_was_lost_is_swept_up() {
        var message = Samples.email(address);
        var receipt = delivery.send(message);
        db.sql("delete from jobs.scheduled_task where task_instance = :id")
                .param("id", receipt.message().toString())
                .update();
        db.sql("update delivery.message set next_try = next_try - interval '1 hour' where id = :id")
                .param("id", receipt.message())
                .update();
        db.sql("update jobs.scheduled_task set execution_time = '2020-01-01Z' where task_name = 'delivery-sweep'")
                .update();
        jobs.runDue();
        assertThat(delivery.stateOf(message.dedupe())).contains(DeliveryState.SENT);
    }

    @Test
    void a_template_without_words_and_a_link_to_elsewhere_fail_at_the_programmer() {
        var unknown =
                new Message("x", Channel.EMAIL, address, Locale.ENGLISH, "test.unknown", Map.of(), null, Purpose.CASE);
        assertThatThrownBy(() -> delivery.send(unknown)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Message(
                        "y",
                        Channel.EMAIL,
                        address,
                        Locale.ENGLISH,
                        "test.notice",
                        Map.of("link", "//evil.example.org/x"),
                        null,
                        Purpose.CASE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private byte @org.jspecify.annotations.Nullable [] sealed(UUID message) {
        return db.sql("select sealed from delivery.message where id = :id")
                .param("id", message)
                .query((row, n) -> new byte[][] {row.getBytes(1)})
                .single()[0];
    }

    private String ledgerAndJob(UUID message) {
        var row = db.sql("select m::text || encode(m.sealed, 'escape') from delivery.message m where id = :id")
                .param("id", message)
                .query(String.class)
                .single();
        var job = db.sql("select coalesce(task_data, '') from jobs.scheduled_task where task_instance = :id")
                .param("id", message.toString())
                .query((found, n) -> new String(found.getBytes(1), ISO_8859_1))
                .single();
        return row + job;
    }
}
