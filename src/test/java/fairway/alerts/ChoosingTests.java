package fairway.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.Walk;
import fairway.delivery.Channel;
import fairway.delivery.Delivery;
import fairway.filing.TestFilings;
import fairway.identity.Accounts;
import fairway.identity.Phone;
import fairway.signin.TestPeople;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@FairwayTest
@Tag("CAS-3")
@Tag("SEC-10")
class ChoosingTests {
    private static final String PAGE = "/account/profile/notifications";
    private static final Pattern CODE = Pattern.compile("([0-9]{6}) is your code");
    private static final AtomicInteger NUMBERS = new AtomicInteger(10);

    @LocalServerPort
    int port;

    @Autowired
    TestFilings filings;

    @Autowired
    TestPeople people;

    @Autowired
    Accounts accounts;

    @Autowired
    Delivery delivery;

    @Autowired
    TestClock clock;

    @Autowired
    TestJobs jobs;

    @Autowired
    JdbcClient db;

    private UUID ana = new UUID(0, 0);
    private String number = "";
    private Walk walk = new Walk(0);

    @BeforeEach
    void signedIn() {
        clock.set(TestClock.START);
        ana = people.person("Ana Ruiz", Locale.ENGLISH);
        number = "202-555-01" + NUMBERS.incrementAndGet();
        walk = new Walk(port).with(people.cookie(ana, false));
        walk.get(PAGE);
    }

    @Test
    void a_kind_that_is_switched_off_tells_nothing_and_the_others_still_do() {
        confirm();
        walk.post(PAGE, "EVIDENCE.email", "yes", "CASE.text", "yes");
        filings.receive(ana, "Ana Ruiz", Locale.ENGLISH);
        jobs.runDue();
        assertThat(mails()).doesNotContain("There is news");
        assertThat(texts()).contains("There is news");
        assertThat(walk.get(PAGE).body())
                .contains("id=\"EVIDENCE.email\" value=\"yes\" checked")
                .doesNotContain("id=\"CASE.email\" value=\"yes\" checked");
    }

    @Test
    void security_goes_by_e_mail_whatever_was_chosen() {
        walk.post(PAGE);
        accounts.move(
                ana,
                new fairway.identity.PostalAddress(java.util.Map.of("country", "US", "street", "1 A St", "city", "B")),
                null,
                java.time.LocalDate.of(2026, 11, 20));
        jobs.runDue();
        assertThat(mails()).contains("You told us a new address");
        assertThat(walk.get(PAGE).body()).contains("cannot be switched off");
    }

    @Test
    @Tag("ACC-6")
    void texts_go_only_to_a_number_whose_owner_read_the_code() {
        walk.post(PAGE + "/phone", "number", number);
        jobs.runDue();
        assertThat(accounts.contactOf(ana).phone()).isNull();
        assertThat(walk.post(PAGE + "/phone/code", "code", "000000").body()).contains("This code is not right");
        assertThat(walk.post(PAGE + "/phone/code", "code", code()).statusCode()).isEqualTo(303);
        assertThat(accounts.contactOf(ana).phone()).isEqualTo(Phone.read(number).orElseThrow());
        assertThat(db.sql("select words from delivery.agreed where account = :account")
                        .param("account", ana)
                        .query(String.class)
                        .list())
                .containsExactly("alerts.phone.terms");
        assertThat(walk.post(PAGE + "/phone/code", "code", code()).statusCode()).isEqualTo(303);
        walk.post(PAGE + "/phone/remove");
        assertThat(accounts.contactOf(ana).phone()).isNull();
    }

    @Test
    void a_code_is_tried_five_times_and_lives_ten_minutes() {
        walk.post(PAGE + "/phone", "number", number);
        jobs.runDue();
        for (int i = 0; i < 5; i++) {
            walk.post(PAGE + "/phone/code", "code", "wrong");
        }
        walk.post(PAGE + "/phone/code", "code", code());
        assertThat(accounts.contactOf(ana).phone()).isNull();
        clock.advance(Duration.ofSeconds(61));
        assertThat(walk.post(PAGE + "/phone", "number", number).statusCode()).isEqualTo(303);
        jobs.runDue();
        var late = code();
        clock.advance(Duration.ofMinutes(11));
        walk.post(PAGE + "/phone/code", "code", late);
        assertThat(accounts.contactOf(ana).phone()).isNull();
    }

    @Test
    void nobody_floods_a_telephone_with_codes() {
        for (int i = 0; i < 3; i++) {
            assertThat(walk.post(PAGE + "/phone", "number", number).statusCode())
                    .isEqualTo(303);
            assertThat(walk.post(PAGE + "/phone", "number", number).body()).contains("Too many codes", number);
            clock.advance(Duration.ofSeconds(61));
        }
        assertThat(walk.post(PAGE + "/phone", "number", number).body()).contains("Too many codes", number);
        assertThat(walk.post(PAGE + "/phone", "number", "+44 20 7946 0958").body())
                .contains("Enter a U.S. number");
    }

    @Test
    void who_sent_stop_gets_texts_again_after_confirming_the_number_again() {
        delivery.stop(Channel.TEXT, Phone.read(number).orElseThrow().e164());
        confirm();
        filings.receive(ana, "Ana Ruiz", Locale.ENGLISH);
        jobs.runDue();
        assertThat(texts()).contains("There is news");
    }

    @Test
    @Tag("A59")
    void safe_contact_says_nothing_about_the_account_and_sends_no_news_by_text() {
        confirm();
        walk.get("/account/profile/safe-contact");
        walk.post("/account/profile/safe-contact", "on", "yes");
        filings.receive(ana, "Ana Ruiz", Locale.ENGLISH);
        jobs.runDue();
        var mails = mails();
        assertThat(mails)
                .contains("A message for you", "You know where to read it")
                .doesNotContain("There is news", "Demonstration Office\n", "We never ask for your password");
        assertThat(texts()).doesNotContain("There is news", "There is a new message");
        walk.post("/account/profile/safe-contact", "on", "yes", "texts", "yes");
        filings.receive(ana, "Ana Ruiz", Locale.ENGLISH);
        jobs.runDue();
        assertThat(texts()).contains("There is a new message for you").doesNotContain("There is news");
    }

    @Test
    @Tag("A59")
    void safe_contact_also_holds_for_replies_and_for_an_address_that_nobody_has_yet() {
        confirm();
        walk.get("/account/profile/safe-contact");
        walk.post("/account/profile/safe-contact", "on", "yes", "texts", "yes");
        for (var reply : List.of("STOP", "START", "HELP")) {
            walk.post(
                    "/outbox/replies", "from", Phone.read(number).orElseThrow().e164(), "reply", reply);
        }
        var fresh = "new." + UUID.randomUUID() + "@example.org";
        walk.get("/account/security/email");
        walk.post("/account/security/email", "email", fresh);
        jobs.runDue();
        assertThat(texts())
                .contains("no more texts from us", "get texts from us again", "when there is a new message for you")
                .doesNotContain(
                        "Demonstration Office: You will get", "your cases", "Demonstration Office: We text you");
        assertThat(new Walk(port).get("/outbox?to=" + fresh).body())
                .contains("/sign-in/address/", "A message for you")
                .doesNotContain("at Demonstration Office");
    }

    private void confirm() {
        walk.post(PAGE + "/phone", "number", number);
        jobs.runDue();
        walk.post(PAGE + "/phone/code", "code", code());
        assertThat(accounts.contactOf(ana).phone()).isNotNull();
    }

    private String code() {
        var found = CODE.matcher(texts());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String mails() {
        return new Walk(port)
                .get("/outbox?to=" + accounts.contactOf(ana).emails().getFirst())
                .body();
    }

    private String texts() {
        return new Walk(port)
                .get("/outbox?to=" + Phone.read(number).orElseThrow().e164().substring(2))
                .body();
    }
}
