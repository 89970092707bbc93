package fairway.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.passwords.PasswordsSettings.Algorithm;
import fairway.ui.Busy;
import fairway.vault.Vault;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@FairwayTest
class HashingTests {
    private static final String PASSWORD = "Mi casa es azul.";
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    @LocalServerPort
    int port;

    @Autowired
    TestClock clock;

    @Autowired
    Hashing hashing;

    @Autowired
    PasswordRules rules;

    @Autowired
    PasswordsSettings settings;

    @Autowired
    Vault vault;

    @Autowired
    SecureRandom random;

    private Hashing costly;
    private Passwords passwords;

    /** At the product’s cost, which other tests do without. */
    @BeforeEach
    void costly() {
        costly = own(settings);
        passwords = new Passwords(costly, rules);
    }

    @AfterEach
    void end() {
        costly.destroy();
    }

    @Test
    @Tag("P04")
    void a_letter_typed_whole_or_with_its_accent_apart_is_the_same_password() {
        assertThat(passwords.matches("Cafe\u0301 del mar.", passwords.hash("Caf\u00e9 del mar.")))
                .isTrue();
    }

    @Test
    @Tag("P05")
    @Tag("P02")
    void long_passwords_count_to_their_last_character_and_case() {
        var long120 = "Kq? wZv.".repeat(15);
        var kept = passwords.hash(long120);
        assertThat(passwords.matches(long120, kept)).isTrue();
        assertThat(passwords.matches(long120.substring(0, 119) + "!", kept)).isFalse();
        assertThat(passwords.matches(long120.substring(0, 119), kept)).isFalse();
        assertThat(passwords.matches("k" + long120.substring(1), kept)).isFalse();
    }

    @Test
    @Tag("P12")
    @Tag("O13")
    void what_is_kept_says_how_it_was_made_and_is_salted_and_as_costly_as_the_standard_asks() {
        var kept = passwords.hash(PASSWORD);
        assertThat(kept).startsWith("argon2id$m=47104,t=1$k=").doesNotContain(PASSWORD);
        assertThat(Base64.getUrlDecoder().decode(kept.split("\\$", -1)[3])).hasSize(16);
        assertThat(Base64.getUrlDecoder().decode(kept.split("\\$", -1)[4])).hasSize(32);
        assertThat(passwords.hash(PASSWORD)).isNotEqualTo(kept);
        assertThatIllegalArgumentException().isThrownBy(() -> argon2(47_103, 1, 16));
        assertThatIllegalArgumentException().isThrownBy(() -> argon2(19_455, 2, 16));
        assertThatIllegalArgumentException().isThrownBy(() -> argon2(12_287, 3, 16));
        assertThatIllegalArgumentException().isThrownBy(() -> argon2(47_104, 0, 16));
        assertThatIllegalArgumentException().isThrownBy(() -> argon2(47_104, 1, 0));
        assertThat(argon2(12_288, 3, 1).queue()).isOne();
    }

    @Test
    @Tag("P12")
    void what_was_made_at_other_costs_or_under_another_key_is_right_still_but_outdated() {
        var other = own(argon2(19_456, 2, 4));
        var older = other.hash(PASSWORD);
        other.destroy();
        assertThat(passwords.matches(PASSWORD, older)).isTrue();
        assertThat(passwords.outdated(older)).isTrue();
        var kept = passwords.hash(PASSWORD);
        assertThat(passwords.outdated(kept)).isFalse();
        assertThat(passwords.outdated(kept.replaceFirst("k=\\d+", "k=999"))).isTrue();
        assertThat(passwords.outdated(kept.replaceFirst("t=1", "t=2"))).isTrue();
        assertThat(passwords.outdated("something else")).isTrue();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void hashes_leave_the_cores_to_pages() {
        var all = costly.inTurn(() -> Files.readString(Path.of("/proc/thread-self/stat")));
        var afterItsName = all.substring(all.lastIndexOf(')') + 2).split(" ", -1);
        assertThat(afterItsName[16]).as("nice, field 19 of proc(5)").isEqualTo("5");
    }

    private Hashing own(PasswordsSettings settings) {
        return new Hashing(vault, random, settings, settings.cost());
    }

    private static PasswordsSettings argon2(int memory, int rounds, int queue) {
        return new PasswordsSettings(memory, rounds, queue, Algorithm.ARGON2ID, 210_000, "");
    }

    @Test
    @Tag("F01")
    void validated_cryptography_hashes_with_pbkdf2_and_opens_and_renews_what_argon2_made() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PasswordsSettings(47_104, 1, 16, Algorithm.PBKDF2, 209_999, ""));
        var validated = own(new PasswordsSettings(47_104, 1, 4, Algorithm.PBKDF2, 210_000, "SunJCE"));
        try {
            var kept = validated.hash(PASSWORD);
            assertThat(kept).startsWith("pbkdf2-sha512$i=210000$k=" + vault.macKey() + "$");
            assertThat(validated.matches(PASSWORD, kept)).isTrue();
            assertThat(validated.matches(PASSWORD + "!", kept)).isFalse();
            assertThat(validated.matches("", kept)).isFalse();
            assertThat(validated.matches(PASSWORD, null)).isFalse();
            assertThat(validated.outdated(kept)).isFalse();
            var older = passwords.hash(PASSWORD);
            assertThat(validated.matches(PASSWORD, older)).isTrue();
            assertThat(validated.outdated(older)).isTrue();
            assertThat(passwords.matches(PASSWORD, kept)).isTrue();
            assertThat(passwords.outdated(kept)).isTrue();
        } finally {
            validated.destroy();
        }
    }

    @Test
    @Tag("F01")
    void a_provider_of_cryptography_that_is_not_there_stops_the_start() {
        var elsewhere = new PasswordsSettings(47_104, 1, 4, Algorithm.PBKDF2, 210_000, "NoSuchProvider");
        assertThatIllegalArgumentException().isThrownBy(() -> own(elsewhere)).withMessageContaining("NoSuchProvider");
    }

    @Test
    @Tag("P13")
    void who_knows_the_table_and_the_password_cannot_check_it_without_the_key() {
        var parts = passwords.hash(PASSWORD).split("\\$", -1);
        var argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withSalt(Base64.getUrlDecoder().decode(parts[3]))
                .withMemoryAsKB(47_104)
                .withIterations(1)
                .withParallelism(1)
                .build());
        var slow = new byte[32];
        argon2.generateBytes(PASSWORD.getBytes(java.nio.charset.StandardCharsets.UTF_8), slow);
        var kept = Base64.getUrlDecoder().decode(parts[4]);
        assertThat(kept).isNotEqualTo(slow).isEqualTo(vault.mac("signin.hash", slow));
        assertThat(kept).isNotEqualTo(vault.mac("another purpose", slow));
    }

    @Test
    @Tag("A53")
    void never_more_hashes_at_once_than_cores_then_a_queue_and_then_a_request_to_come_back() throws Exception {
        var own = own(argon2(47_104, 1, 2));
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var running = new CountDownLatch(CORES);
        var go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = IntStream.range(0, CORES)
                    .mapToObj(i -> asked(own, now, most, running, go, threads))
                    .toList();
            running.await();
            var more = IntStream.range(0, 3)
                    .mapToObj(i -> asked(own, now, most, running, go, threads))
                    .toArray(CompletableFuture<?>[]::new);
            assertThatThrownBy(() -> CompletableFuture.anyOf(more).join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(Busy.class);
            go.countDown();
            first.forEach(CompletableFuture::join);
            long refused = java.util.Arrays.stream(more)
                    .filter(each ->
                            each.handle((done, failed) -> failed != null).join())
                    .count();
            assertThat(refused).isOne();
        } finally {
            own.destroy();
        }
        assertThat(most.get()).isEqualTo(CORES);
    }

    private static CompletableFuture<Integer> asked(
            Hashing own,
            AtomicInteger now,
            AtomicInteger most,
            CountDownLatch running,
            CountDownLatch go,
            java.util.concurrent.Executor threads) {
        return CompletableFuture.supplyAsync(
                () -> own.inTurn(() -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    running.countDown();
                    go.await();
                    return now.decrementAndGet();
                }),
                threads);
    }

    @Test
    @Tag("A53")
    void a_sign_in_beyond_the_queue_is_asked_to_come_back_and_other_pages_go_on() throws Exception {
        var before = clock.instant();
        clock.set(TestClock.START.plus(Duration.ofDays(3000)));
        var running = new CountDownLatch(CORES);
        var go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var http = HttpClient.newHttpClient()) {
            try {
                ask(CORES, running, go, threads);
                running.await();
                var asked = ask(17, running, go, threads);
                assertThatThrownBy(() -> CompletableFuture.anyOf(asked).join()).hasCauseInstanceOf(Busy.class);
                var answer = http.send(signIn("x"), HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).hasValue("10");
                var home = http.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
                assertThat(home.statusCode()).isEqualTo(200);
            } finally {
                go.countDown();
                clock.set(before);
            }
        }
    }

    private CompletableFuture<?>[] ask(
            int times, CountDownLatch running, CountDownLatch go, java.util.concurrent.Executor threads) {
        return IntStream.range(0, times)
                .mapToObj(i -> asked(hashing, new AtomicInteger(), new AtomicInteger(), running, go, threads))
                .toArray(CompletableFuture<?>[]::new);
    }

    @Test
    @Tag("A53")
    void a_password_of_a_megabyte_is_refused_and_one_far_too_long_costs_what_any_other_costs() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var megabyte = HttpRequest.newBuilder(signIn("x".repeat(1_100_000)), (name, value) -> true)
                    .expectContinue(true)
                    .build();
            assertThat(http.send(megabyte, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .as("before it is sent")
                    .isBetween(400, 413);
        }
        long before = costly.asked();
        assertThat(passwords.matches("x".repeat(200_000), null)).isFalse();
        assertThat(costly.asked()).isEqualTo(before + 1);
    }

    private HttpRequest signIn(String password) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sign-in"))
                .header("Cookie", fairway.signin.TestSignIn.csrfCookie())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + fairway.signin.TestSignIn.csrf()
                        + "&email=in.the.queue%40example.org&password=" + password))
                .build();
    }
}
