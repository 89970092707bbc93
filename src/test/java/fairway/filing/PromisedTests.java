package fairway.filing;

import static fairway.drafts.Client.location;
import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.drafts.Client;
import fairway.drafts.PersonaWalk;
import fairway.forms.Forms;
import fairway.payments.PaymentsSettled;
import fairway.promises.Promise;
import fairway.promises.Promises;
import fairway.signin.TestSignIn;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** What a signature promises, and what it asks for. */
@FairwayTest
@Tag("FIL-8")
@Tag("FIL-9")
class PromisedTests {
    private static final String SEEN = "You signed a form. Its receipt number comes";

    @LocalServerPort
    int port;

    @Autowired
    TestSignIn signIn;

    @Autowired
    TestClock clock;

    @Autowired
    Forms forms;

    @Autowired
    Promises promises;

    @Autowired
    Packages packs;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    private Client clara = new Client(0, new TestSignIn.SignedIn(new UUID(0, 0), "", "", ""));
    private String draft = "";

    @BeforeEach
    void a_reviewed_draft_with_a_fee() {
        var edition = forms.edition("i-765", "2025-08-21");
        var persona = PersonaWalk.persona(edition, "clara_c5");
        clock.set(persona.today().atTime(17, 0).toInstant(ZoneOffset.UTC));
        clara = new Client(port, signIn.person());
        draft = new PersonaWalk(clara, edition).fill(persona);
        assertThat(location(clara.acceptAll(draft))).isEqualTo(draft + "/sign");
    }

    @Test
    void the_receipt_is_promised_from_the_signature_until_it_exists() {
        assertThat(waits()).isZero();
        assertThat(location(sign())).isEqualTo(draft + "/pay");
        assertThat(waits()).isEqualTo(1);
        assertThat(clara.get("/account").body()).contains(SEEN);
        clock.set(clock.instant().plus(Duration.ofMinutes(2)));

        var pack = packs.standing(UUID.fromString(draft.substring("/drafts/".length())))
                .orElseThrow();
        transaction.executeWithoutResult(paid -> events.publishEvent(new PaymentsSettled(pack.id())));

        assertThat(waits()).isZero();
        assertThat(clara.get("/account").body()).doesNotContain(SEEN);
    }

    @Test
    void a_signature_taken_back_promises_nothing() {
        sign();

        clara.fill(draft + "/reopen");

        assertThat(waits()).isZero();
    }

    @Test
    @Tag("SEC-1")
    void signing_and_paying_ask_for_password_and_code_again_after_five_minutes() {
        var open = clara.window(draft + "/sign");
        clock.set(clock.instant().plus(Duration.ofMinutes(6)));

        assertThat(location(clara.get(draft + "/sign"))).startsWith("/sign-in");
        assertThat(location(clara.post(draft + "/sign", open, "name", "Clara", "agree", "yes")))
                .startsWith("/sign-in");
        assertThat(location(clara.post(draft + "/pay", open))).startsWith("/sign-in");
        assertThat(waits()).isZero();
    }

    private java.net.http.HttpResponse<String> sign() {
        return clara.fill(draft + "/sign", "name", name(), "agree", "yes");
    }

    private String name() {
        var page = clara.get(draft + "/sign").body();
        return page.replaceAll("(?s).*As it stands on the form: ([^<]+)<.*", "$1");
    }

    private long waits() {
        return promises.openOf(clara.person().account()).stream()
                .map(Promise::kind)
                .filter("filing.receipt"::equals)
                .count();
    }
}
