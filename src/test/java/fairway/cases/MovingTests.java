package fairway.cases;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.Walk;
import fairway.filing.TestFilings;
import fairway.identity.Accounts;
import fairway.signin.TestPeople;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@FairwayTest
@Tag("SEC-10")
@Tag("CAS-8")
class MovingTests {
    private static final String[] NEW_HOME = {
        "home.country",
        "US",
        "home.street",
        "12 Oak Street",
        "home.unit_type",
        "APT",
        "home.unit_number",
        "3",
        "home.city",
        "Buffalo",
        "home.state",
        "NY",
        "home.zip",
        "14201-1234",
        "from.year",
        "2026",
        "from.month",
        "11",
        "from.day",
        "20"
    };

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    Accounts accounts;

    @Autowired
    TestFilings filings;

    @Autowired
    TestPeople people;

    @Autowired
    TestClock clock;

    @Autowired
    TestJobs jobs;

    @Autowired
    JdbcClient db;

    private UUID ana = new UUID(0, 0);
    private Walk walk = new Walk(0);

    @BeforeEach
    void signedIn() {
        clock.set(TestClock.START);
        ana = people.person("Ana Ruiz", Locale.ENGLISH);
        walk = new Walk(port).with(people.cookie(ana, false));
    }

    @Test
    void one_change_reaches_three_pending_cases_and_leaves_the_closed_one_alone() {
        for (int i = 0; i < 4; i++) {
            filings.receive(ana, "Ana Ruiz", Locale.ENGLISH);
        }
        var closed = cases.of(ana).getFirst().file();
        var supervisor = new Officer(people.officer("Super", "OFFICER", "SUPERVISOR"), true);
        var seen = cases.open(supervisor, closed.receipt()).orElseThrow().version();
        assertThat(cases.simply(supervisor, seen, CaseAct.CLOSE, "Closed.")).isInstanceOf(ActResult.Done.class);
        walk.get("/account/profile/address");
        var told = walk.post("/account/profile/address", with("same", "yes"));
        assertThat(told.statusCode()).isEqualTo(303);
        var shown =
                walk.get(told.headers().firstValue("Location").orElseThrow()).body();
        assertThat(shown.split("fw-tag--done", -1)).hasSize(4);
        assertThat(shown.split("This case was closed", -1)).hasSize(2);
        for (var view : cases.of(ana)) {
            var history = cases.of(ana, view.file().receipt()).orElseThrow().history();
            assertThat(history.stream().filter(event -> event.what() == CaseAct.CHANGE_ADDRESS))
                    .hasSize(view.file().receipt().equals(closed.receipt()) ? 0 : 1);
        }
    }

    @Test
    void the_officer_reads_where_the_person_lives_and_where_letters_go() {
        filings.receive(ana, "Ana Ruiz", Locale.ENGLISH);
        walk.get("/account/profile/address");
        walk.post(
                "/account/profile/address",
                with(
                        "same",
                        "no",
                        "mail.country",
                        "US",
                        "mail.in_care_of",
                        "Grace House",
                        "mail.street",
                        "PO Box 99",
                        "mail.city",
                        "Albany",
                        "mail.state",
                        "NY",
                        "mail.zip",
                        "12201"));
        var supervisor = new Officer(people.officer("Super", "OFFICER", "SUPERVISOR"), true);
        var receipt = cases.of(ana).getFirst().file().receipt();
        assertThat(cases.open(supervisor, receipt)
                        .orElseThrow()
                        .history()
                        .getLast()
                        .words())
                .contains("from 2026-11-20", "12 Oak Street, Apt. 3", "Buffalo, NY 14201-1234")
                .contains("Letters go to:\nc/o Grace House\nPO Box 99\nAlbany, NY 12201");
        var profile = accounts.profileOf(ana);
        assertThat(profile.mailOn(LocalDate.of(2026, 11, 19))).isEmpty();
        assertThat(profile.mailOn(LocalDate.of(2026, 11, 23))
                        .orElseThrow()
                        .address()
                        .box("city"))
                .isEqualTo("Albany");
    }

    @Test
    void the_page_names_the_rule_its_last_day_and_its_source() {
        assertThat(walk.get("/account/profile/address").body())
                .contains("within 10 days", "December 3, 2026", "INA 265(a)");
    }

    @Test
    @Tag("SEC-5")
    void a_change_of_address_asks_for_a_fresh_proof() {
        clock.advance(Duration.ofMinutes(6));
        assertThat(walk.get("/account/profile/address").headers().firstValue("Location"))
                .contains("/sign-in/again?to=%2Faccount%2Fprofile%2Faddress");
    }

    @Test
    void what_is_wrong_is_named_and_no_case_is_told() {
        filings.receive(ana, "Ana Ruiz", Locale.ENGLISH);
        walk.get("/account/profile/address");
        var again = walk.post(
                "/account/profile/address",
                "home.country",
                "US",
                "home.street",
                "12 Oak Street",
                "home.unit_number",
                "3",
                "home.zip",
                "142",
                "from.year",
                "2031",
                "from.month",
                "1",
                "from.day",
                "1");
        assertThat(again.body())
                .contains("Enter the city", "Choose the state", "ZIP code with 5 digits", "Fill in both")
                .contains("Give a day from", "Choose where letters and cards go", "12 Oak Street");
        assertThat(accounts.addressChanges(ana)).isEmpty();
    }

    @Test
    void a_move_before_the_last_one_is_refused_and_a_planned_one_holds_from_its_day() {
        walk.get("/account/profile/address");
        walk.post("/account/profile/address", with("same", "yes"));
        var earlier = with("same", "yes");
        earlier[earlier.length - 3] = "3";
        assertThat(walk.post("/account/profile/address", earlier).body()).contains("Give a later day");
        var planned = with("same", "yes");
        planned[3] = "9 Elm Street";
        planned[planned.length - 3] = "12";
        walk.post("/account/profile/address", planned);
        var profile = accounts.profileOf(ana);
        assertThat(profile.homeOn(LocalDate.of(2026, 12, 19))
                        .orElseThrow()
                        .address()
                        .box("street"))
                .isEqualTo("12 Oak Street");
        assertThat(profile.homeOn(LocalDate.of(2026, 12, 20))
                        .orElseThrow()
                        .address()
                        .box("street"))
                .isEqualTo("9 Elm Street");
    }

    @Test
    void a_protected_case_is_not_told_and_the_person_reads_why() {
        filings.receive(ana, "Ana Ruiz", Locale.ENGLISH);
        db.sql("update cases.case_file set shielded = true where account = :account")
                .param("account", ana)
                .update();
        walk.get("/account/profile/address");
        var told = walk.post("/account/profile/address", with("same", "yes"));
        assertThat(walk.get(told.headers().firstValue("Location").orElseThrow()).body())
                .contains("This case is protected")
                .doesNotContain("fw-tag--done");
    }

    @Test
    @Tag("A27")
    void a_foreign_change_of_address_does_not_exist() {
        walk.get("/account/profile/address");
        var told = walk.post("/account/profile/address", with("same", "yes"));
        var stranger = new Walk(port).with(people.cookie(people.person("Stranger", Locale.ENGLISH), false));
        assertThat(stranger.get(told.headers().firstValue("Location").orElseThrow())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @Tag("CAS-3")
    void the_person_gets_one_confirmation_by_e_mail_that_names_no_address() {
        filings.receive(ana, "Ana Ruiz", Locale.ENGLISH);
        walk.get("/account/profile/address");
        walk.post("/account/profile/address", with("same", "yes"));
        jobs.runDue();
        var outbox = new Walk(port)
                .get("/outbox?to=" + accounts.contactOf(ana).emails().getFirst())
                .body();
        assertThat(outbox.split("You told us a new address", -1)).hasSize(2);
        assertThat(outbox).doesNotContain("Oak Street");
    }

    private static String[] with(String... more) {
        var home = new ArrayList<>(List.of(NEW_HOME));
        home.addAll(6, List.of(more));
        return home.toArray(String[]::new);
    }
}
