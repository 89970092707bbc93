package fairway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.TestStatements;
import fairway.passwords.TestHashes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whether an address has an account shows neither in what is answered nor in the work done for the answer. */
@Tag("E01")
class EqualWorkTests extends AtTheDoor {
    @Autowired
    TestStatements statements;

    @Autowired
    TestHashes hashes;

    String nobody;

    @BeforeEach
    void somebodyElse() {
        nobody = "door." + UUID.randomUUID() + "@example.org";
    }

    /** Everything a stranger or a watch could tell two answers apart by. */
    private record Seen(
            int status, String location, String body, List<String> statements, long hashes, long messages) {}

    private Seen seen(Client client, String address, Function<Client, Client.Answer> act) {
        statements.take();
        long hashed = hashes.asked();
        long sent = messages();
        statements.take();
        var answer = act.apply(client);
        var heard = statements.take();
        return new Seen(
                answer.status(),
                answer.location(),
                answer.body()
                        .replace(address, "ADDRESS")
                        .replaceAll("(value|nonce)=\"[A-Za-z0-9+/=_-]{20,}\"", "$1=\"…\""),
                heard,
                hashes.asked() - hashed,
                messages() - sent);
    }

    private long messages() {
        return db.sql("select count(*) from delivery.message").query(Long.class).single();
    }

    private Client at(String page) {
        var client = new Client(port);
        client.get(page);
        return client;
    }

    @Test
    @Tag("A12")
    @Tag("A13")
    void a_wrong_password_is_the_same_work_for_known_and_unknown_until_and_beyond_the_lock() {
        var one = at("/sign-in");
        var other = at("/sign-in");
        for (int i = 0; i < 7; i++) {
            var known = seen(one, email, client -> signIn(client, email, "Wrong one!"));
            var unknown = seen(other, nobody, client -> signIn(client, nobody, "Wrong one!"));
            if (i == 4) {
                assertThat(known.messages()).isPositive();
                assertThat(unknown.body()).isEqualTo(known.body());
                assertThat(unknown.hashes()).isEqualTo(known.hashes());
            } else {
                assertThat(unknown).isEqualTo(known);
            }
            clock.advance(Duration.ofSeconds(10));
        }
    }

    @Test
    @Tag("A12")
    @Tag("A13")
    void an_empty_password_an_odd_address_and_an_unfinished_account_are_answered_alike() {
        var unfinished = new EntryTests.Person(port, post, db).signUp();
        clock.advance(Duration.ofMinutes(2));
        var known = seen(at("/sign-in"), email, client -> signIn(client, email, ""));
        assertThat(seen(at("/sign-in"), nobody, client -> signIn(client, nobody, "")))
                .isEqualTo(known);
        var wrong = seen(at("/sign-in"), nobody, client -> signIn(client, nobody, "Wrong one!"));
        assertThat(seen(at("/sign-in"), unfinished, client -> signIn(client, unfinished, "Wrong one!")))
                .isEqualTo(wrong);
        var odd = seen(at("/sign-in"), "not an address", client -> signIn(client, "not an address", "Wrong one!"));
        assertThat(odd.hashes()).isEqualTo(wrong.hashes());
        assertThat(odd.statements()).isEqualTo(wrong.statements());
        assertThat(odd.body()).isEqualTo(wrong.body());
    }

    @Test
    @Tag("A12")
    @Tag("A13")
    void asking_for_an_account_and_for_the_mail_again_are_the_same_work() {
        var one = at("/sign-up");
        var other = at("/sign-up");
        warm("first." + nobody);
        assertThat(seen(other, nobody, client -> client.post("/sign-up", "email", nobody)))
                .isEqualTo(seen(one, email, client -> client.post("/sign-up", "email", email)));
        assertThat(seen(other, nobody, client -> client.get("/sign-up/sent")))
                .isEqualTo(seen(one, email, client -> client.get("/sign-up/sent")));
        assertThat(seen(other, nobody, client -> client.post("/sign-up/sent")))
                .isEqualTo(seen(one, email, client -> client.post("/sign-up/sent")));
        clock.advance(Duration.ofSeconds(61));
        warm("second." + nobody);
        var again = seen(one, email, client -> client.post("/sign-up/sent"));
        assertThat(again.messages()).isOne();
        assertThat(seen(other, nobody, client -> client.post("/sign-up/sent"))).isEqualTo(again);
    }

    /** Whoever asks first in a minute has the keys opened for all who come after. */
    private void warm(String address) {
        at("/sign-up").post("/sign-up", "email", address);
    }

    @Test
    @Tag("A12")
    void a_phone_that_another_account_uses_is_taken_like_any_other() {
        var one = signedUpTo("/sign-up/methods");
        var other = signedUpTo("/sign-up/methods");
        clock.advance(Duration.ofMinutes(20));
        var taken = phone;
        var free = TestPhones.next();
        var known = seen(one, taken, client -> client.post("/sign-up/methods", "ways", "text", "phone", taken));
        var unknown = seen(other, free, client -> client.post("/sign-up/methods", "ways", "text", "phone", free));
        assertThat(unknown).isEqualTo(known);
    }

    private Client signedUpTo(String page) {
        var client = new Client(port);
        var address = "new." + UUID.randomUUID() + "@example.org";
        client.get("/sign-up");
        client.post("/sign-up", "email", address);
        var link = post.link(address);
        client.get(link);
        client.post(link);
        client.get("/sign-up/terms");
        client.post("/sign-up/terms", "agree", "yes");
        client.post("/sign-up/password", "password", PASSWORD, "again", PASSWORD);
        client.get(page);
        return client;
    }

    private static Client.Answer signIn(Client client, String address, String password) {
        return client.post("/sign-in", "email", address, "password", password);
    }
}
