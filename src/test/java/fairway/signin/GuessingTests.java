package fairway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.limits.Decision;
import fairway.limits.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Guessing at codes and passwords by every path there is. Time is put back afterwards, because guessing takes weeks. */
@Tag("SEC-6")
class GuessingTests extends AtTheDoor {
    @Autowired
    Codes codes;

    @Autowired
    Sessions sessions;

    @Autowired
    Authenticators authenticators;

    @Autowired
    PasswordGate gate;

    @Autowired
    Devices devices;

    Instant before;

    @BeforeEach
    void noteTheTime() {
        before = clock.instant();
    }

    @AfterEach
    void putTheTimeBack() {
        clock.set(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    @Tag("T01")
    @Tag("A05")
    void whatever_is_tried_sent_again_waited_for_and_switched_no_more_than_a_hundred_codes_are_looked_at(int seed) {
        var random = new Random(seed);
        var ways = authenticators.confirmed(known());
        var session = newSession();
        var looked = new HashMap<UUID, Integer>();
        for (int step = 0; step < 1_500 && open(ways); step++) {
            var way = ways.get(random.nextInt(ways.size())).id();
            switch (random.nextInt(6)) {
                case 0 -> codes.send(session, known(), way, Challenges.Purpose.SIGN_IN, Locale.ENGLISH);
                case 1 -> session = newSession();
                case 2 -> clock.advance(Duration.ofMinutes(random.nextInt(2_000)));
                default -> {
                    var check = codes.check(session, known(), way, Challenges.Purpose.SIGN_IN, "1234567");
                    if (check instanceof Codes.Check.Wrong) {
                        looked.merge(way, 1, Integer::sum);
                    }
                }
            }
        }
        assertThat(looked.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(100);
        clock.advance(Duration.ofDays(400));
        var app = UUID.fromString(wayTo("APP"));
        assertThat(codes.check(newSession(), known(), app, Challenges.Purpose.SIGN_IN, appCode()))
                .isEqualTo(new Codes.Check.NotNow(new Decision.Disabled()));
    }

    private boolean open(java.util.List<Authenticator> ways) {
        var now = authenticators.confirmed(known());
        return !(codes.decide(now.getFirst(), now) instanceof Decision.Disabled) && !ways.isEmpty();
    }

    @Test
    @Tag("T01")
    void no_more_than_a_hundred_passwords_are_looked_at_on_known_and_unknown_browsers_together() {
        var random = new Random(4);
        enter(browser);
        var known = Optional.ofNullable(browser.cookies.get("__Host-device")).flatMap(Token::read);
        var looked = new HashMap<Boolean, Integer>();
        for (int step = 0; step < 400; step++) {
            var own = random.nextInt(5) == 0;
            if (limits.attempt(guessed(own ? known : Optional.empty())).permitted()) {
                looked.merge(own, 1, Integer::sum);
            }
            clock.advance(Duration.ofMinutes(random.nextInt(3_000)));
        }
        assertThat(looked).isEqualTo(Map.of(true, 20, false, 80));
        clock.advance(Duration.ofDays(400));
        var closed = new PasswordGate.Check.NotNow(new Decision.Disabled());
        assertThat(tried(Optional.empty(), PASSWORD)).isEqualTo(closed);
        assertThat(tried(known, PASSWORD)).isEqualTo(closed);
    }

    private PasswordGate.Check tried(Optional<Token> device, String typed) {
        var fingerprint = accounts.fingerprint(new fairway.identity.EmailAddress(email));
        var door = devices.door(fingerprint, false, Optional.of(account), device);
        return gate.check(gate.find(fingerprint, false), door, typed);
    }

    private Limits.Guessed guessed(Optional<Token> device) {
        var fingerprint = accounts.fingerprint(new fairway.identity.EmailAddress(email));
        return devices.door(fingerprint, false, Optional.of(account), device).guessed();
    }

    @Autowired
    Limits limits;

    @Test
    @Tag("T01")
    @Tag("O05")
    void the_hundred_and_first_code_of_one_way_fails_even_when_it_is_right_and_other_waits_are_over() {
        db.sql("update signin.authenticator set failures = 99, failed_at = :long where id = cast(:id as uuid)")
                .param("long", java.sql.Timestamp.from(clock.instant().minus(Duration.ofDays(30))))
                .param("id", wayTo("APP"))
                .update();
        half(browser);
        assertThat(browser.post("/sign-in/code", "with", wayTo("APP"), "code", "000 000 0")
                        .body())
                .contains("not right");
        clock.advance(Duration.ofDays(2));
        half(browser);
        assertThat(browser.post("/sign-in/code", "with", wayTo("APP"), "code", appCode())
                        .body())
                .contains("This way to sign in is closed");
    }

    @Test
    @Tag("T02")
    void a_new_code_leaves_the_failures_counted_before_it() {
        half(browser);
        var way = wayTo("EMAIL");
        browser.post("/sign-in/code/send", "with", way);
        for (int i = 0; i < 3; i++) {
            browser.post("/sign-in/code", "with", way, "code", other(post.code(email)));
        }
        clock.advance(Duration.ofMinutes(11));
        browser.post("/sign-in/code/send", "with", way);
        assertThat(failuresOf("EMAIL")).isEqualTo(3);
        browser.post("/sign-in/code", "with", way, "code", other(post.code(email)));
        assertThat(failuresOf("EMAIL")).isEqualTo(4);
    }

    @Test
    @Tag("T03")
    void a_success_clears_only_the_way_it_came_by() {
        half(browser);
        browser.post("/sign-in/code/send", "with", wayTo("EMAIL"));
        browser.post("/sign-in/code", "with", wayTo("EMAIL"), "code", other(post.code(email)));
        browser.post("/sign-in/code", "with", wayTo("APP"), "code", "0000000");
        assertThat(browser.post("/sign-in/code", "with", wayTo("APP"), "code", appCode())
                        .status())
                .isEqualTo(303);
        assertThat(failuresOf("APP")).isZero();
        assertThat(failuresOf("EMAIL")).isEqualTo(1);
    }

    @Test
    @Tag("A04")
    void the_sixth_wrong_code_meets_a_dead_one_and_the_tenth_a_wait_and_a_mail_to_the_owner() {
        half(browser);
        var way = wayTo("EMAIL");
        browser.post("/sign-in/code/send", "with", way);
        var right = post.code(email);
        for (int i = 0; i < 5; i++) {
            browser.post("/sign-in/code", "with", way, "code", other(right));
        }
        assertThat(browser.post("/sign-in/code", "with", way, "code", right).body())
                .contains("does not work any more");
        clock.advance(Duration.ofSeconds(61));
        browser.post("/sign-in/code/send", "with", way);
        String last = "";
        for (int i = 0; i < 6; i++) {
            last = browser.post("/sign-in/code", "with", way, "code", other(post.code(email)))
                    .body();
        }
        assertThat(last).contains("too many wrong tries", "Try another way");
        assertThat(post.subjects(email)).contains("Wrong codes for your account");
        assertThat(browser.get("/sign-in/code").body()).doesNotContain("value=\"" + way + "\"");
    }

    @Test
    @Tag("A03")
    @Tag("T05")
    void a_thousand_wrong_passwords_of_a_stranger_do_not_keep_the_owner_out() {
        enter(browser);
        for (int i = 0; i < 1_000; i++) {
            if (i % 100 == 0) {
                clock.advance(Duration.ofHours(25));
            }
            limits.attempt(guessed(Optional.empty()));
        }
        var owner = new Client(port);
        owner.cookies.put("__Host-device", browser.cookies.get("__Host-device"));
        clock.advance(Duration.ofSeconds(90));
        half(owner);
        assertThat(owner.post("/sign-in/code", "with", wayTo("APP"), "code", appCode())
                        .status())
                .isEqualTo(303);
        var elsewhere = new Client(port);
        elsewhere.get("/sign-in");
        assertThat(tryPassword(elsewhere, PASSWORD).body()).contains("too many wrong tries", "/help");
    }

    private Session newSession() {
        var now = clock.instant();
        var token = sessions.open(
                new Sessions.Opening(account, false, Session.Level.HALF, new Session.Proofs(now, null, null), null));
        return sessions.find(token, false).orElseThrow();
    }
}
