package fairway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.Walk;
import fairway.signin.TestPeople;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody who lives in another time zone than the agency. */
@FairwayTest
@Tag("SEC-10")
class OwnClockTests {
    @LocalServerPort
    int port;

    @Autowired
    TestPeople people;

    @Autowired
    TestClock clock;

    private Walk walk = new Walk(0);

    @BeforeEach
    void inHonolulu() {
        clock.set(TestClock.START);
        walk = new Walk(port).with(people.cookie(people.person("Ana Ruiz", Locale.ENGLISH), false));
        walk.get("/account/profile");
        walk.post("/account/profile/language", "language", "en", "zone", "Pacific/Honolulu");
    }

    @Test
    void what_happened_is_told_on_the_persons_own_clock_and_names_it() {
        assertThat(walk.get("/account/security/sessions").body())
                .contains("Hawaii Time")
                .doesNotContain("Eastern Time");
    }

    @Test
    void what_counts_by_law_stays_on_the_agencys_clock() {
        assertThat(walk.get("/account/profile/close").body())
                .contains("11:59 p.m. Eastern Time")
                .doesNotContain("Hawaii");
    }
}
