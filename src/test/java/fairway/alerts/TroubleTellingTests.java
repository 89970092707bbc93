package fairway.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.Walk;
import fairway.delivery.Channel;
import fairway.delivery.DeliveryFailed;
import fairway.delivery.Purpose;
import fairway.documents.DocumentInfected;
import fairway.documents.Holder;
import fairway.drafts.DraftEnded;
import fairway.drafts.DraftEnding;
import fairway.identity.Accounts;
import fairway.identity.Phone;
import fairway.signin.TestPeople;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@FairwayTest
class TroubleTellingTests {
    @LocalServerPort
    int port;

    @Autowired
    TestPeople people;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Autowired
    TestJobs jobs;

    @Test
    @Tag("FIL-3")
    void a_draft_that_will_be_deleted_is_told_once_a_step_in_the_persons_language() {
        var ana = people.person("Ana Ruiz", Locale.of("es"));
        var draft = UUID.randomUUID();
        var until = Instant.parse("2026-12-11T17:00:00Z");
        publish(new DraftEnding(draft, ana, 14, until));
        publish(new DraftEnding(draft, ana, 14, until));
        publish(new DraftEnding(draft, ana, 7, until));
        publish(new DraftEnded(draft, ana, "i-765"));
        jobs.runDue();
        var mails = mailsOf(ana);
        assertThat(mails.split("data-channel=\"EMAIL\"", -1)).hasSize(4);
        assertThat(mails)
                .contains("11 de diciembre de 2026", "se borrará pronto", "No se presentó nada")
                .doesNotContain("i-765", "I-765", "Ruiz");
    }

    @Test
    @Tag("FIL-5")
    void whoever_sent_a_harmful_file_is_told_what_to_do() {
        var ben = people.person("Ben Okafor", Locale.ENGLISH);
        publish(new DocumentInfected(UUID.randomUUID(), new Holder("filing", UUID.randomUUID()), ben));
        publish(new DocumentInfected(UUID.randomUUID(), new Holder("filing", UUID.randomUUID()), null));
        jobs.runDue();
        assertThat(mailsOf(ben)).contains("One of your files could not be kept", "upload a clean copy");
    }

    @Test
    @Tag("CAS-3")
    void what_does_not_arrive_by_e_mail_is_told_by_text_once_a_day() {
        var eva = people.person("Eva Lind", Locale.ENGLISH);
        accounts.textTo(eva, Phone.read("(202) 555-0163").orElseThrow());
        publish(new DeliveryFailed(UUID.randomUUID(), eva, Channel.EMAIL, Purpose.CASE));
        publish(new DeliveryFailed(UUID.randomUUID(), eva, Channel.EMAIL, Purpose.CASE));
        publish(new DeliveryFailed(UUID.randomUUID(), null, Channel.EMAIL, Purpose.SECURITY));
        jobs.runDue();
        var texts = new Walk(port).get("/outbox?to=2025550163").body();
        assertThat(texts.split("An e-mail to you did not arrive", -1)).hasSize(2);
    }

    private void publish(Object event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
    }

    private String mailsOf(UUID account) {
        return new Walk(port)
                .get("/outbox?to=" + accounts.contactOf(account).emails().getFirst())
                .body();
    }
}
