package fairway.settings;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.audit.Act;
import fairway.audit.Actor;
import fairway.audit.Audit;
import fairway.audit.Subject;
import fairway.settings.Somebody.Person;
import fairway.signin.Client;
import fairway.ui.StepUp;
import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@FairwayTest
@Tag("SEC-5")
class WhoWasHereTests {
    private static final Pattern END = Pattern.compile("/account/security/sessions/([0-9a-f-]{36})/end");

    @LocalServerPort
    int port;

    @Autowired
    Somebody somebody;

    @Autowired
    TestClock clock;

    @Autowired
    Audit audit;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    Person person;
    Client browser;

    @BeforeEach
    void signedIn() {
        clock.advance(Duration.ofMinutes(30));
        person = somebody.fresh();
        browser = somebody.in(port, person);
    }

    @Test
    @Tag("S10")
    @Tag("R07")
    void every_act_on_what_opens_the_account_asks_for_a_fresh_proof() {
        var free = new TreeSet<String>();
        int asked = 0;
        for (var mapping : mappings.getHandlerMethods().entrySet()) {
            for (var path : mapping.getKey().getPatternValues()) {
                if (path.startsWith("/account/security/")
                        && mapping.getKey().getMethodsCondition().getMethods().contains(RequestMethod.POST)) {
                    asked++;
                    var method = mapping.getValue();
                    if (!method.hasMethodAnnotation(StepUp.class)
                            && !AnnotatedElementUtils.hasAnnotation(method.getBeanType(), StepUp.class)) {
                        free.add(path);
                    }
                }
            }
        }
        assertThat(asked).isGreaterThan(10);
        assertThat(free)
                .containsExactly(
                        "/account/security/backup/still",
                        "/account/security/email/cancel",
                        "/account/security/merge/stop",
                        "/account/security/not-me",
                        "/account/security/recovery/cancel",
                        "/account/security/sessions/others/end",
                        "/account/security/sessions/{session}/end");
        clock.advance(Duration.ofMinutes(6));
        browser.get("/account/security");
        for (var page : new String[] {"password", "codes", "backup", "questions", "email", "recovery"}) {
            assertThat(browser.get("/account/security/" + page).location())
                    .isEqualTo("/sign-in/again?to=%2Faccount%2Fsecurity%2F" + page);
        }
    }

    @Test
    void a_password_sent_too_late_is_not_kept_while_the_proof_is_made() {
        browser.get("/account/security/password");
        clock.advance(Duration.ofMinutes(6));
        assertThat(browser.post(
                                "/account/security/password",
                                "current_password",
                                "Secret One!",
                                "password",
                                "Secret Two!")
                        .location())
                .isEqualTo("/sign-in/again");
        browser.get("/sign-in/again");
        browser.post("/sign-in/again", "password", Somebody.PASSWORD);
        browser.get("/sign-in/again/code?with=" + somebody.app(person.email()));
        browser.post("/sign-in/again/code", "with", somebody.app(person.email()), "code", somebody.code());
        assertThat(browser.get("/sign-in/kept").body()).doesNotContain("Secret One!", "Secret Two!");
    }

    @Test
    @Tag("SEC-7")
    void what_was_typed_when_the_session_had_ended_comes_back_after_signing_in() {
        var form = browser.get("/account/security/recovery").body();
        var mark = Pattern.compile("name=\"_owner\" value=\"([^\"]+)\"").matcher(form);
        assertThat(mark.find()).isTrue();
        clock.advance(Duration.ofMinutes(16));
        assertThat(browser.post("/account/security/recovery", "email", "typed@example.org", "_owner", mark.group(1))
                        .location())
                .isEqualTo("/sign-in?kept");
        assertThat(somebody.enter(browser, person.email(), Somebody.PASSWORD)).isEqualTo("/sign-in/kept");
        assertThat(browser.get("/sign-in/kept").body()).contains("typed@example.org");
    }

    @Test
    @Tag("S11")
    void each_session_is_listed_and_can_be_ended_at_once() {
        var other = somebody.in(port, person);
        var list = browser.get("/account/security/sessions").body();
        assertThat(list).contains("This is the browser you are using", "Place", "Unknown");
        var end = END.matcher(list);
        assertThat(end.find()).isTrue();
        var id = end.group(1);
        assertThat(end.find()).as("this browser has no button").isFalse();
        assertThat(other.get("/account").status()).isEqualTo(200);
        assertThat(browser.post("/account/security/sessions/" + id + "/end").location())
                .isEqualTo("/account/security?done=session");
        assertThat(other.get("/account").location()).startsWith("/sign-in");
        assertThat(browser.get("/account/security/sessions").body()).contains("Used before");
    }

    @Test
    @Tag("S11")
    @Tag("A20")
    void all_others_end_with_one_press_and_nobody_ends_a_strangers_session() {
        var second = somebody.in(port, person);
        var third = somebody.in(port, person);
        var end = END.matcher(browser.get("/account/security/sessions").body());
        assertThat(end.find()).isTrue();
        var stranger = somebody.in(port, somebody.fresh());
        stranger.get("/account/security/sessions");
        assertThat(stranger.post("/account/security/sessions/" + end.group(1) + "/end")
                        .status())
                .isEqualTo(404);
        assertThat(third.get("/account").status()).isEqualTo(200);
        browser.post("/account/security/sessions/others/end");
        assertThat(second.get("/account").location()).startsWith("/sign-in");
        assertThat(third.get("/account").location()).startsWith("/sign-in");
        assertThat(browser.get("/account").status()).isEqualTo(200);
    }

    @Test
    @Tag("L01")
    void the_history_tells_sign_ins_failures_and_changes_and_nothing_of_other_accounts() {
        var thief = new Client(port);
        somebody.enter(thief, person.email(), "Wrong one!");
        var other = somebody.fresh();
        somebody.enter(new Client(port), other.email(), "Wrong one!");
        browser.get("/account/security/codes");
        browser.post("/account/security/codes/" + somebody.app(person.email()) + "/first");
        assertThat(browser.get("/account/security/history").body())
                .contains("Sign-in with all proofs", "Somebody entered a wrong password", "Another way to get codes")
                .containsOnlyOnce("Somebody entered a wrong password");
    }

    @Test
    void what_is_done_against_fraud_is_not_in_the_history() {
        for (var what : new String[] {"fraud.looked", "security.read", "case.protected-read"}) {
            audit.record(new Act(Actor.system(), what, Subject.of("account", person.id()), Map.of()));
        }
        assertThat(browser.get("/account/security/history").body())
                .doesNotContain("fraud.looked", "security.read", "protected-read");
    }

    @Test
    void a_long_history_has_pages() {
        for (int i = 0; i < 30; i++) {
            audit.record(Act.of(Actor.person(person.id()), "signin.signed-out", Subject.of("account", person.id())));
        }
        var first = browser.get("/account/security/history").body();
        var older = Pattern.compile("/account/security/history\\?before=\\d+").matcher(first);
        assertThat(older.find()).isTrue();
        assertThat(first).doesNotContain("Sign-in with all proofs");
        assertThat(browser.get(older.group()).body()).contains("Sign-in with all proofs", "Back to the newest");
    }

    @Test
    @Tag("E04")
    @Tag("A11")
    void a_right_password_with_a_wrong_code_from_a_strange_browser_is_told() {
        var thief = new Client(port);
        thief.get("/sign-in");
        thief.post("/sign-in", "email", person.email(), "password", Somebody.PASSWORD);
        thief.post("/sign-in/code", "with", somebody.app(person.email()), "code", "000000");
        assertThat(somebody.subjects(person.email())).containsOnlyOnce("Right password, wrong code");
        var copied = new Client(port);
        copied.cookies.put("__Host-device", browser.cookies.get("__Host-device"));
        copied.get("/sign-in");
        assertThat(copied.post("/sign-in", "email", person.email(), "password", Somebody.PASSWORD)
                        .location())
                .startsWith("/sign-in/code");
        assertThat(copied.get("/account").location()).isEqualTo("/sign-in/code");
    }

    @Test
    @Tag("E04")
    @Tag("SEC-6")
    void a_new_browser_and_a_success_after_many_failures_are_told() {
        assertThat(somebody.subjects(person.email())).doesNotContain("New sign-in to your account");
        var own = new Client(port);
        own.cookies.put("__Host-device", browser.cookies.get("__Host-device"));
        for (int i = 0; i < 6; i++) {
            somebody.enter(own, person.email(), "Wrong one!");
        }
        somebody.enter(own, person.email(), Somebody.PASSWORD);
        somebody.in(port, person);
        assertThat(somebody.subjects(person.email()))
                .containsOnlyOnce("Right after many wrong tries", "New sign-in to your account");
        assertThat(somebody.bodies(person.phone())).isNotEmpty();
    }
}
