package fairway.casework;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.Walk;
import fairway.delivery.Reason;
import fairway.delivery.TestFailures;
import fairway.identity.Accounts;
import fairway.promises.Promises;
import fairway.signin.TestPeople;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@FairwayTest
@Tag("AGY-8")
class ExceptionPagesTests {
    @LocalServerPort
    int port;

    @Autowired
    TestPeople people;

    @Autowired
    TestFailures failures;

    @Autowired
    Promises promises;

    @Autowired
    Accounts accounts;

    @Autowired
    TestClock clock;

    @Autowired
    fairway.audit.Audit audit;

    @Autowired
    org.springframework.jdbc.core.simple.JdbcClient db;

    private Instant before = TestClock.START;

    /** Later than anything other tests left behind: the page shows the latest and the most overdue first. */
    @BeforeEach
    void a_year_of_its_own() {
        before = clock.instant();
        clock.set(TestClock.START.plus(Duration.ofDays(3000)));
    }

    @AfterEach
    void back() {
        clock.set(before);
    }

    @Test
    void staff_and_the_person_see_what_did_not_arrive_or_was_not_kept() {
        var ana = people.person("Ana Ruiz", Locale.ENGLISH);
        var number = accounts.find(ana).orElseThrow().number().grouped();
        var late = UUID.randomUUID().toString();
        promises.open("documents.scan", late, ana, Instant.EPOCH);
        var open = UUID.randomUUID().toString();
        promises.open("something.new", open, ana, clock.instant().plus(Duration.ofMillis(1)));
        failures.mail(ana, "ana.ruiz@example.org", Reason.Code.MAIL_ADDRESS_REFUSED, "");

        var seen = officer().get("/desk/exceptions").body();
        assertThat(seen)
                .contains(
                        "A file checked for malware",
                        late,
                        "something.new",
                        open,
                        "nobody has this e-mail address",
                        number);
        assertThat(seen).doesNotContain("ana.ruiz@example.org");

        var account = person(ana).get("/account").body();
        assertThat(account).contains("We could not reach you by e-mail", "a•••@example.org");
        failures.arrived(ana, "ana.ruiz@example.org");
        assertThat(person(ana).get("/account").body()).doesNotContain("We could not reach you");
        assertThat(person(ana).get("/desk/exceptions").statusCode()).isNotEqualTo(200);
    }

    @Test
    void why_a_message_never_arrived_is_said_in_the_language_of_the_page() {
        var ana = people.person("Ana Ruiz", Locale.ENGLISH);
        for (var code : Reason.Code.values()) {
            failures.mail(ana, "ana.ruiz@example.org", code, "detail-" + code);
        }
        var before = failures.mail(ana, "ana.ruiz@example.org", Reason.Code.TOO_LATE, "");
        db.sql("update delivery.message set reason = 'smtp: server number 7 said no' where id = :id")
                .param("id", before)
                .update();

        assertThat(officer().get("/desk/exceptions").body())
                .contains("The mail server says that nobody has this e-mail address (1 try)")
                .contains("The text message service answered with error detail-TEXT_ANSWER")
                .contains("smtp: server number 7 said no")
                .doesNotContain("casework.exceptions.why");
        assertThat(officer().get("/es/desk/exceptions").body())
                .contains("El servidor de correo dice que nadie tiene esta dirección (1 intento)")
                .contains("El servicio de mensajes de texto respondió con el error detail-TEXT_ANSWER")
                .contains("smtp: server number 7 said no")
                .doesNotContain("casework.exceptions.why");
    }

    @Test
    void of_many_the_first_hundred_are_shown_and_all_are_counted() {
        var ana = people.person("Ana Ruiz", Locale.ENGLISH);
        for (int i = 0; i < 101; i++) {
            promises.open(
                    "something.new",
                    UUID.randomUUID().toString(),
                    ana,
                    clock.instant().plus(Duration.ofHours(1)));
        }
        assertThat(officer().get("/desk/exceptions").body())
                .containsPattern("The first 100 of [0-9,]+ are shown")
                .contains("The first 100 of "
                        + NumberFormat.getInstance(Locale.US).format(promises.open()) + " are");
        assertThat(officer().get("/es/desk/exceptions").body()).contains("Se muestran las primeras 100 de ");
    }

    @Test
    @Tag("L04")
    void staff_see_what_the_nightly_check_of_the_record_found() {
        audit.verify();
        assertThat(officer().get("/desk/exceptions").body()).contains("entries are as they were written");
        db.sql("""
                insert into audit.verification (id, at, checked, tail, head, fault, fault_position)
                values (gen_random_uuid(), :at, 7, 0, '', 'REMOVED', 8)
                """)
                .param("at", java.sql.Timestamp.from(clock.instant().plusSeconds(1)))
                .update();
        assertThat(officer().get("/desk/exceptions").body()).contains("the record was changed");
    }

    private Walk officer() {
        return new Walk(port).with(people.cookie(people.officer("Olga First", "OFFICER"), true));
    }

    private Walk person(UUID account) {
        return new Walk(port).with(people.cookie(account, false));
    }
}
