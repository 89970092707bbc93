package fairway.merging;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.identity.Accounts;
import fairway.identity.PersonName;
import fairway.identity.PhoneKind;
import fairway.identity.PostalAddress;
import fairway.identity.Profile;
import fairway.merging.TwoAccounts.Side;
import fairway.signin.Client;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One profile afterwards, which lost nothing it had, and two as before when it is taken back. */
@FairwayTest
@Tag("ACC-13")
class MergeProfileTests {
    private static final String PROFILE = "/account/profile";

    @LocalServerPort
    int port;

    @Autowired
    TwoAccounts two;

    @Autowired
    Accounts accounts;

    @Autowired
    TestClock clock;

    @Autowired
    TestJobs jobs;

    @Autowired
    JdbcClient db;

    Side kept;
    Side gone;

    @BeforeEach
    void onePersonWithTwoProfiles() {
        clock.set(TestClock.START);
        kept = two.side("Ana Twice");
        gone = two.side("Ana Twice");
        var mine = two.in(port, kept);
        mine.post(PROFILE + "/name", "name.family", "Twice", "name.given", "Ana");
        accounts.move(kept.account(), street("12 Oak Street"), null, LocalDate.of(2024, 5, 1));
        var theirs = two.in(port, gone);
        born(theirs, "Before");
        theirs.post(PROFILE + "/former-names", "name.family", "Ruiz", "name.given", "Ana");
        theirs.post(PROFILE + "/former-names", "name.family", "Reyes", "name.given", "Ana");
        theirs.post(PROFILE + "/phones", "mobile", "202-555-0147");
        accounts.move(gone.account(), street("3 Ash Street"), null, LocalDate.of(2019, 1, 1));
        accounts.move(gone.account(), street("9 Elm Street"), null, LocalDate.of(2022, 1, 1));
    }

    @AfterEach
    void now() {
        clock.set(TestClock.START);
    }

    @Test
    void what_the_profile_lacked_is_added_what_differs_is_shown_and_the_undo_takes_out_what_is_still_the_same() {
        var before = accounts.profileOf(gone.account());
        var merge = two.joined(port, kept, gone);
        var both = accounts.profileOf(kept.account());
        assertThat(both.name()).isEqualTo(new PersonName("Twice", "Ana", ""));
        assertThat(both.born()).isEqualTo(LocalDate.of(1986, 4, 28));
        assertThat(former(both)).containsExactly("Ana Ruiz", "Ana Reyes");
        assertThat(streets(both)).containsExactly("12 Oak Street", "3 Ash Street");
        assertThat(both.phones()).containsOnlyKeys(PhoneKind.MOBILE);
        var one = two.in(port, kept);
        assertThat(one.get(TwoAccounts.PATH).body())
                .contains("Where the two profiles differ", "Ana Before", "9 Elm Street")
                .doesNotContain("April 28, 1986", "Ash Street");

        forget(one, "Ruiz");
        one.post(PROFILE + "/former-names", "name.family", "Newest", "name.given", "Ana");
        one.post(PROFILE + "/phones", "mobile", "202-555-0148");
        clock.advance(Duration.ofHours(2));
        jobs.runDue();
        assertThat(former(accounts.profileOf(kept.account())))
                .as("what was removed is not added once more")
                .containsExactly("Ana Reyes", "Ana Newest");

        one = two.in(port, kept);
        one.get(TwoAccounts.PATH);
        one.post(TwoAccounts.PATH + "/undo", "merge", merge.toString());
        var alone = accounts.profileOf(kept.account());
        assertThat(alone.name()).isEqualTo(new PersonName("Twice", "Ana", ""));
        assertThat(alone.born()).isNull();
        assertThat(former(alone)).containsExactly("Ana Newest");
        assertThat(streets(alone)).containsExactly("12 Oak Street");
        assertThat(alone.phones().values()).extracting("e164").containsExactly("+12025550148");
        assertThat(accounts.profileOf(gone.account())).isEqualTo(before);
        assertThat(kept()).as("nothing is remembered of it").isZero();
    }

    @Test
    @Tag("SEC-8")
    void what_was_added_lies_sealed_and_is_forgotten_when_the_joining_is_final() {
        two.joined(port, kept, gone);
        assertThat(db.sql("select encode(sealed, 'escape') from identity.profile_added where account = :account")
                        .param("account", kept.account())
                        .query(String.class)
                        .single())
                .doesNotContain("Ruiz", "Ash Street");
        clock.advance(Duration.ofDays(31));
        jobs.runDue();
        assertThat(kept()).isZero();
        assertThat(former(accounts.profileOf(kept.account()))).containsExactly("Ana Ruiz", "Ana Reyes");
    }

    private int kept() {
        return db.sql("select count(*) from identity.profile_added where part = :part")
                .param("part", gone.account())
                .query(Integer.class)
                .single();
    }

    private static void forget(Client one, String family) {
        one.post(PROFILE + "/former-names/remove", "family", family, "given", "Ana", "middle", "");
    }

    private static void born(Client browser, String family) {
        browser.post(
                PROFILE + "/name",
                "name.family",
                family,
                "name.given",
                "Ana",
                "born.year",
                "1986",
                "born.month",
                "4",
                "born.day",
                "28");
    }

    private static List<String> former(Profile profile) {
        return profile.former().stream().map(PersonName::whole).toList();
    }

    private static List<String> streets(Profile profile) {
        return profile.homes().stream()
                .map(stay -> stay.address().box("street"))
                .toList();
    }

    private static PostalAddress street(String street) {
        return new PostalAddress(
                Map.of("country", "US", "street", street, "city", "Buffalo", "state", "NY", "zip", "14201"));
    }
}
