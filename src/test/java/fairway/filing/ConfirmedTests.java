package fairway.filing;

import static fairway.drafts.Client.location;
import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.drafts.Client;
import fairway.drafts.InventedForm;
import fairway.signin.TestSignIn;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real installation: what the agency has not confirmed is refused on the review, before anybody signs (ruling 9). */
@FairwayTest
@Import(InventedForm.class)
@Tag("FIL-6")
class ConfirmedTests {
    private static final Instant MIDNIGHT =
            InventedForm.NEWER.atStartOfDay(ZoneId.of("America/New_York")).toInstant();

    @LocalServerPort
    int port;

    @Autowired
    TestSignIn signIn;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    private Instant before = TestClock.START;
    private Client ana = new Client(0, new TestSignIn.SignedIn(new java.util.UUID(0, 0), "", "", ""));

    @BeforeEach
    void time() {
        before = clock.instant();
    }

    @AfterEach
    void back() {
        clock.set(before);
    }

    private TryOut started() {
        return new TryOut(ana, location(ana.fill("/forms/t-1/start")));
    }

    @Test
    void a_fee_of_nothing_that_is_not_confirmed_is_refused_before_it_is_signed() {
        ana = new Client(port, signIn.person());
        var form = started();
        form.answer("a5", "4");

        form.accept();

        assertThat(ana.get(form.draft() + "/review").body())
                .contains("This form cannot be signed now", "($0.00): the agency has not confirmed this fee")
                .doesNotContain("Continue to sign");
        assertThat(ana.get("/es" + form.draft() + "/review").body())
                .contains("Este formulario no se puede firmar ahora", "la agencia no ha confirmado esta tarifa");
        nobodySigns(form);
        assertThat(ana.get("/forms/t-1").body())
                .contains("Not confirmed by the agency, so it cannot be paid here yet.");
        assertThat(ana.get("/es/forms/t-1").body()).contains("No confirmada por la agencia");
    }

    @Test
    void a_fee_that_is_confirmed_is_signed_as_ever() {
        ana = new Client(port, signIn.person());
        var form = started();
        form.answer("a5", "500");

        assertThat(ana.get(form.draft() + "/review").body())
                .contains("Continue to sign")
                .doesNotContain("has not confirmed");
        form.accept();
        assertThat(location(form.sign("Ana Rivera"))).startsWith("/filings/");
    }

    @Test
    @Tag("FIL-11")
    void overnight_a_newer_edition_takes_the_place_of_the_older_one_by_its_folder_alone() {
        clock.set(MIDNIGHT.minus(Duration.ofMinutes(5)));
        ana = new Client(port, signIn.person());
        var old = started();
        old.answer("a5", "500");
        old.accept();
        assertThat(ana.get("/forms/t-1").body()).contains("January 1, 2026").doesNotContain("January 1, 2040");

        var open = ana.window(old.draft() + "/sign");

        clock.set(MIDNIGHT);

        assertThat(ana.get("/forms/t-1").body())
                .contains("January 1, 2040", "Source: Newspapers, read on December 1, 2039")
                .contains("The agency has not confirmed this edition of the form, so it cannot be filed here yet.")
                .doesNotContain("demonstration only");
        assertThat(ana.get(old.draft() + "/review").body())
                .contains("Rivera", "This draft is on the edition of January 1, 2026, which the agency does not take")
                .contains("href=\"/forms/t-1\">Start on the edition of today")
                .doesNotContain("Continue to sign");
        assertThat(location(ana.post(old.draft() + "/sign", open, "name", "Ana Rivera", "agree", "yes")))
                .as("a page that was open at midnight")
                .isEqualTo(old.draft() + "/review?unread");
        nobodySigns(old);
        var fresh = started();
        assertThat(fresh.draft()).isNotEqualTo(old.draft());
        assertThat(edition(fresh)).isEqualTo("2040-01-01");
        assertThat(edition(old)).isEqualTo("2026-01-01");
        fresh.answer("a5", "500");
        fresh.accept();
        assertThat(ana.get(fresh.draft() + "/review").body())
                .contains("The agency has not confirmed the edition of January 1, 2040 of this form, so it cannot");
        assertThat(ana.get("/es" + fresh.draft() + "/review").body())
                .contains("La agencia no ha confirmado la edición del 1 de enero de 2040");
        nobodySigns(fresh);
    }

    private void nobodySigns(TryOut form) {
        assertThat(location(ana.get(form.draft() + "/sign"))).isEqualTo(form.draft() + "/review?unread");
        assertThat(db.sql("select count(*) from filing.package where draft_id = :id::uuid")
                        .param("id", id(form))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private String edition(TryOut form) {
        return db.sql("select edition::text from drafts.draft where id = :id::uuid")
                .param("id", id(form))
                .query(String.class)
                .single();
    }

    private static String id(TryOut form) {
        return form.draft().substring(form.draft().lastIndexOf('/') + 1);
    }
}
