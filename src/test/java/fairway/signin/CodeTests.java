package fairway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.passwords.CheapCosts;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a one-time code is and is not good for. */
@Tag("SEC-1")
class CodeTests extends AtTheDoor {
    @Autowired
    Challenges challenges;

    @Autowired
    BackupCodes backupCodes;

    @Autowired
    Authenticators authenticators;

    @Test
    @Tag("O01")
    void codes_have_six_digits_and_all_are_equally_likely() {
        var counts = new int[100];
        var bytes = new byte[16];
        for (int i = 0; i < 20_000; i++) {
            java.nio.ByteBuffer.wrap(bytes).putInt(i);
            var code = challenges.code(new Challenges.Challenge(account, bytes));
            assertThat(code).matches("[0-9]{6}");
            counts[Integer.parseInt(code.substring(0, 2))]++;
        }
        double square = 0;
        for (int count : counts) {
            square += Math.pow(count - 200, 2) / 200;
        }
        assertThat(square).as("chi-square of 99 degrees of freedom").isBetween(40.0, 200.0);
    }

    @Test
    @Tag("O02")
    void a_code_works_after_nine_minutes_and_59_seconds_and_not_a_second_after_ten_minutes() {
        half(browser);
        var code = sent(browser, "EMAIL");
        clock.advance(Duration.ofSeconds(599));
        assertThat(type(browser, "EMAIL", code).status()).isEqualTo(303);
        var other = half(new Client(port));
        clock.advance(Duration.ofMinutes(1));
        var late = sent(other, "EMAIL");
        clock.advance(Duration.ofSeconds(601));
        assertThat(type(other, "EMAIL", late).body()).contains("does not work any more");
    }

    @Test
    @Tag("O03")
    @Tag("A06")
    void a_code_posted_fifty_times_at_once_and_once_more_lets_in_once() throws Exception {
        half(browser);
        var code = sent(browser, "EMAIL");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var posts = IntStream.range(0, 50)
                    .mapToObj(i -> threads.submit(() -> type(browser.copy(), "EMAIL", code)))
                    .toList();
            int in = 0;
            for (var each : posts) {
                in += each.get().setCookies().stream().anyMatch(set -> set.startsWith("__Host-session=")) ? 1 : 0;
            }
            assertThat(in).isOne();
        }
        assertThat(type(browser, "EMAIL", code).location()).isNotEqualTo("/account");
        assertThat(sessionsIn()).isOne();
    }

    @Test
    @Tag("O04")
    @Tag("A07")
    void a_code_opens_nothing_but_what_it_was_asked_for() {
        half(browser);
        var code = sent(browser, "EMAIL");
        var elsewhere = half(new Client(port));
        assertThat(type(elsewhere, "EMAIL", code).body()).contains("does not work any more");
        clock.advance(Duration.ofSeconds(61));
        sent(elsewhere, "TEXT");
        assertThat(type(elsewhere, "TEXT", code).body()).contains("not right");
        assertThat(type(browser, "EMAIL", code).status()).isEqualTo(303);
        clock.advance(Duration.ofMinutes(2));
        browser.get("/sign-in/again");
        browser.post("/sign-in/again", "password", PASSWORD);
        var again = sentAgain();
        var third = half(new Client(port));
        assertThat(type(third, "EMAIL", again).body()).contains("does not work any more");
        assertThat(browser.post("/sign-in/again/code", "with", wayTo("EMAIL"), "code", again)
                        .status())
                .isEqualTo(303);
    }

    @Test
    @Tag("O04")
    @Tag("A07")
    void a_code_for_setting_up_or_of_another_account_does_not_sign_in() {
        half(browser);
        var code = sent(browser, "EMAIL");
        db.sql("update signin.challenge set purpose = 'SETUP' where authenticator = cast(:way as uuid)")
                .param("way", wayTo("EMAIL"))
                .update();
        assertThat(type(browser, "EMAIL", code).body()).contains("does not work any more");
        var strangersWay = wayTo("EMAIL");
        somebody();
        half(browser);
        assertThat(browser.post("/sign-in/code", "with", strangersWay, "code", code)
                        .status())
                .isEqualTo(200);
        assertThat(sessionsIn()).isZero();
    }

    @Test
    @Tag("O09")
    @Tag("A08")
    void a_code_of_an_app_is_refused_the_second_time_and_so_are_earlier_ones() {
        var code = appCode();
        half(browser);
        assertThat(type(browser, "APP", code).status()).isEqualTo(303);
        assertThat(type(half(new Client(port)), "APP", code).body()).contains("not right");
        var before = Totp.code(SECRET, Totp.step(clock.instant()) - 1);
        assertThat(type(half(new Client(port)), "APP", before).body()).contains("not right");
    }

    @Test
    @Tag("O10")
    @Tag("A08")
    void one_step_of_drift_is_forgiven_and_only_our_clock_counts() {
        long step = Totp.step(clock.instant());
        for (long away : List.of(-2L, 2L, 10L)) {
            assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, step + away), clock.instant()))
                    .isEmpty();
        }
        for (long away : List.of(-1L, 0L, 1L)) {
            assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, step + away), clock.instant()))
                    .hasValue(step + away);
        }
        half(browser);
        assertThat(browser.post(
                                "/sign-in/code",
                                "with",
                                wayTo("APP"),
                                "code",
                                Totp.code(SECRET, step + 4),
                                "date",
                                "2030-01-01")
                        .body())
                .contains("not right");
    }

    @Test
    @Tag("O11")
    void the_secret_of_an_app_has_160_bits_and_lies_sealed() {
        assertThat(Totp.newSecret(new java.security.SecureRandom())).hasSize(20);
        var stored = db.sql("select secret from signin.authenticator where account = :account and way = 'APP'")
                .param("account", account)
                .query((row, n) -> row.getBytes(1))
                .single();
        assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(SECRET, java.nio.charset.StandardCharsets.ISO_8859_1));
        assertThat(authenticators.secret(known(), UUID.fromString(wayTo("APP"))))
                .isEqualTo(SECRET);
        enter(browser);
        assertThat(browser.get("/account/profile").body()).doesNotContain(Totp.typed(SECRET), "otpauth");
    }

    @Test
    @Tag("O12")
    @Tag("A09")
    void a_backup_code_waits_after_five_guesses_and_of_twenty_at_once_one_gets_in() throws Exception {
        var code = keptBackupCode();
        half(browser);
        for (int i = 0; i < 5; i++) {
            browser.post("/sign-in/backup", "code", "0000-0000-0000-000" + i);
        }
        assertThat(browser.post("/sign-in/backup", "code", code).body()).contains("too many wrong tries");
        clock.advance(Duration.ofMinutes(16));
        half(browser);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var posts = IntStream.range(0, 4)
                    .mapToObj(i -> threads.submit(() -> browser.copy().post("/sign-in/backup", "code", code)))
                    .toList();
            int in = 0;
            for (var each : posts) {
                in += each.get().location().equals("/sign-in/renewed") ? 1 : 0;
            }
            assertThat(in).isOne();
        }
        assertThat(post.subjects(email)).contains("Your backup code was used");
    }

    @Test
    @Tag("O12")
    @Tag("O13")
    void backup_codes_have_eighty_random_bits_and_are_kept_as_slow_hashes() {
        var codes = new HashSet<String>();
        for (int i = 0; i < 5; i++) {
            codes.add(keptBackupCode());
        }
        assertThat(codes).hasSize(5).allMatch(code -> code.matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}"));
        assertThat(db.sql("select hash from signin.backup_code where account = :account")
                        .param("account", account)
                        .query(String.class)
                        .single())
                .startsWith(CheapCosts.TEXT);
    }

    private String keptBackupCode() {
        var code = backupCodes.toShow(known(), UUID.randomUUID());
        backupCodes.kept(account);
        return BackupCodes.grouped(code);
    }

    private String sent(Client client, String way) {
        client.post("/sign-in/code/send", "with", wayTo(way));
        return post.code(way.equals("TEXT") ? phone : email);
    }

    private String sentAgain() {
        browser.get("/sign-in/again/code");
        browser.post("/sign-in/again/code/send", "with", wayTo("EMAIL"));
        return post.code(email);
    }

    private Client.Answer type(Client client, String way, String code) {
        return client.post("/sign-in/code", "with", wayTo(way), "code", code);
    }

    private long sessionsIn() {
        return db.sql("select count(*) from signin.session where account = :account and level = 'FULL'")
                .param("account", account)
                .query(Long.class)
                .single();
    }
}
