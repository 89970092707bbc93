package fairway.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.Walk;
import fairway.cases.Cases;
import fairway.filing.TestFilings;
import fairway.identity.Accounts;
import fairway.identity.Phone;
import fairway.signin.TestPeople;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@FairwayTest
@Tag("CAS-3")
class TellingTests {
    @LocalServerPort
    int port;

    @Autowired
    TestFilings filings;

    @Autowired
    TestPeople people;

    @Autowired
    Accounts accounts;

    @Autowired
    Cases cases;

    @Autowired
    TestClock clock;

    @Autowired
    TestJobs jobs;

    @Test
    void news_reaches_e_mail_and_phone_once_in_the_persons_language_and_says_nothing_about_the_case() {
        clock.set(TestClock.START);
        var ana = people.person("Ana Ruiz", Locale.of("es"));
        accounts.textTo(ana, Phone.read("(202) 555-0147").orElseThrow());
        var filing = filings.receive(ana, "Ana Ruiz", Locale.of("es"));
        filings.tellAgain(filing);
        jobs.runDue();
        var outbox = new Walk(port)
                .get("/outbox?to=" + accounts.contactOf(ana).emails().getFirst())
                .body();
        assertThat(outbox).contains("Hay novedades en su cuenta", "/es/account");
        assertThat(outbox.split("data-channel=\"EMAIL\"", -1)).hasSize(2);
        var texts = new Walk(port).get("/outbox?to=2025550147").body();
        assertThat(texts).contains("Inicie sesión para leerlas");
        var receipt = cases.of(ana).getFirst().file().receipt();
        assertThat(outbox + texts).doesNotContain("Ruiz", receipt.value(), "I-765", "recibo");
    }
}
