package fairway.walls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.identity.AccountType;
import fairway.identity.Accounts;
import fairway.identity.EmailAddress;
import fairway.identity.NewAccount;
import fairway.limits.Limits;
import fairway.limits.Patience;
import fairway.limits.Rate;
import fairway.vault.KeyKind;
import fairway.vault.KeyState;
import fairway.vault.Vault;
import java.nio.ByteBuffer;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All keys are changed on live data: people sign in before, during and after, and a change cut in the middle is finished. */
@FairwayTest
@Tag("H10")
class RotationTests {
    @LocalServerPort
    int port;

    @Autowired
    Ways ways;

    @Autowired
    Vault vault;

    @Autowired
    Accounts accounts;

    @Autowired
    Limits limits;

    @Autowired
    JdbcClient db;

    @Autowired
    TestClock clock;

    @Autowired
    Environment settings;

    private final List<String> told = new ArrayList<>();

    private Instant before = TestClock.START;

    /** A minute that belongs to no other test: how many may sign in from one place within a minute is limited. */
    @BeforeEach
    void a_minute_of_its_own() {
        before = clock.instant();
        clock.set(TestClock.START.minus(Duration.ofHours(30)));
    }

    @AfterEach
    void no_fault_stays() throws SQLException {
        clock.set(before);
        asOwner("drop trigger if exists fault on vault.data_key");
        asOwner("drop trigger if exists fault on signin.credential");
    }

    @Test
    void every_key_is_changed_while_people_sign_in_and_a_change_cut_in_the_middle_is_finished_by_the_next()
            throws Exception {
        var luz = ways.person(port, "Luz Rotates");
        var key = vault.newKey();
        var sealed = vault.seal(key, "kept".getBytes(UTF_8), "a");
        var half = luz.elsewhere();
        half.get("/sign-in");
        half.post("/sign-in", "email", luz.email(), "password", Ways.PASSWORD);
        var oldHash = hash(luz.account());

        var kek = vault.newKey(KeyKind.KEK, true);
        var mac = vault.newKey(KeyKind.MAC, true);
        var layer = vault.newKey(KeyKind.FINGERPRINT, true);
        assertThat(layer).isGreaterThan(1);
        half.post("/sign-in/code", "code", luz.appCode());
        assertSignedIn(half);

        cutAt("vault.data_key", "wrapped", "id = '" + key + "'");
        assertThatThrownBy(() -> vault.turn(told::add)).isInstanceOf(DataAccessException.class);
        assertThat(state(KeyKind.KEK).behind()).isPositive();
        cutAt("signin.credential", "email_fingerprint", "account = '" + luz.account() + "'");
        asOwner("drop trigger fault on vault.data_key");
        assertThatThrownBy(() -> vault.turn(told::add)).isInstanceOf(DataAccessException.class);
        assertThat(layer("identity.account", "id", luz.account())).isEqualTo(layer);
        assertThat(layer("signin.credential", "account", luz.account())).isLessThan(layer);
        assertThat(state(KeyKind.FINGERPRINT).behind()).isPositive();
        clock.advance(Duration.ofMinutes(3));
        assertSignedIn(ways.signedIn(luz.elsewhere()));

        asOwner("drop trigger fault on signin.credential");
        clock.advance(Duration.ofMinutes(3));
        var turning = CompletableFuture.runAsync(() -> vault.turn(told::add));
        assertSignedIn(ways.signedIn(luz.elsewhere()));
        assertSignedIn(ways.signedIn(ways.person(port, "Nora New")));
        turning.join();
        vault.turn(told::add);

        assertThat(state(KeyKind.KEK)).satisfies(state -> {
            assertThat(state.current()).isEqualTo(kek);
            assertThat(state.behind()).isZero();
        });
        assertThat(state(KeyKind.FINGERPRINT)).satisfies(state -> {
            assertThat(state.current()).isEqualTo(layer);
            assertThat(state.behind()).isZero();
        });
        assertThat(layer("signin.credential", "account", luz.account())).isEqualTo(layer);
        assertThat(told).anyMatch(line -> line.startsWith("vault.data_key: "));
        clock.advance(Duration.ofMinutes(3));
        assertSignedIn(ways.signedIn(luz.elsewhere()));
        assertThat(hash(luz.account())).isNotEqualTo(oldHash).contains("$k=" + mac + "$");
        assertThat(vault.open(key, sealed, "a")).isEqualTo("kept".getBytes(UTF_8));
    }

    @Test
    void an_address_has_one_account_under_whichever_key_it_is_kept() {
        var luz = ways.person(port, "Luz Once");
        vault.newKey(KeyKind.FINGERPRINT, true);
        assertThat(again(luz.email())).isEmpty();
        vault.turn(told::add);
        assertThat(again(luz.email())).isEmpty();
        assertThat(accounts.byEmail(new EmailAddress(luz.email()), false)
                        .orElseThrow()
                        .id())
                .isEqualTo(luz.account());
    }

    /** Counters stay under the first key for ever, so that a new key is no new beginning for whoever guesses. */
    @Test
    @Tag("T02")
    void new_keys_give_nobody_new_tries() {
        var guessed = new Limits.Guessed(Patience.PASSWORD, "rotated " + UUID.randomUUID(), false);
        while (limits.attempt(guessed).permitted()) {
            assertThat(limits.failures(guessed)).isLessThan(200);
        }
        var about = "rotated " + UUID.randomUUID();
        int taken = 0;
        while (limits.take(Rate.RECOVERY_MAILS, about).permitted()) {
            assertThat(++taken).isLessThan(200);
        }
        var failures = limits.failures(guessed);
        for (var kind : KeyKind.values()) {
            vault.newKey(kind, true);
        }
        assertThat(limits.attempt(guessed).permitted()).isFalse();
        assertThat(limits.take(Rate.RECOVERY_MAILS, about).permitted()).isFalse();
        vault.turn(told::add);
        assertThat(limits.failures(guessed)).isEqualTo(failures);
        assertThat(limits.attempt(guessed).permitted()).isFalse();
        assertThat(limits.take(Rate.RECOVERY_MAILS, about).permitted()).isFalse();
    }

    @Test
    void where_others_of_us_run_a_new_key_waits_until_all_have_seen_it() {
        var before = state(KeyKind.MAC).current();
        var made = vault.newKey(KeyKind.MAC, false);
        assertThat(state(KeyKind.MAC).waiting()).isTrue();
        assertThat(vault.macKey()).isEqualTo(before);
        clock.advance(Duration.ofMinutes(1));
        assertThat(vault.macKey()).isEqualTo(made);
        assertThat(state(KeyKind.MAC).waiting()).isFalse();
    }

    private java.util.Optional<fairway.identity.Account> again(String email) {
        return accounts.create(new NewAccount(
                new EmailAddress(email), Locale.ENGLISH, AccountType.APPLICANT, "Second Self", Set.of()));
    }

    private KeyState state(KeyKind kind) {
        return vault.keys().stream()
                .filter(state -> state.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static void assertSignedIn(Visitor visitor) {
        assertThat(visitor.get("/account/profile").status()).isEqualTo(200);
    }

    private String hash(UUID account) {
        return db.sql("select password_hash from signin.credential where account = :account")
                .param("account", account)
                .query(String.class)
                .single();
    }

    /** The number in front of what is kept; without one it is the first. */
    private int layer(String table, String id, UUID account) {
        var kept = db.sql("select email_fingerprint from " + table + " where " + id + " = :account")
                .param("account", account)
                .query((row, n) -> row.getBytes(1))
                .single();
        return kept.length == 32 ? 1 : ByteBuffer.wrap(kept).getShort();
    }

    /** From now on the database fails in the middle of that table. */
    private void cutAt(String table, String column, String row) throws SQLException {
        asOwner("""
                create or replace function public.fault() returns trigger language plpgsql as
                $$ begin raise exception 'the machine stopped here'; end $$
                """);
        asOwner("create trigger fault before update of " + column + " on " + table + " for each row when (new." + row
                + ") execute function public.fault()");
    }

    private void asOwner(String sql) throws SQLException {
        try (var owner = DriverManager.getConnection(
                        settings.getRequiredProperty("spring.flyway.url"),
                        settings.getRequiredProperty("spring.flyway.user"),
                        settings.getRequiredProperty("spring.flyway.password"));
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
