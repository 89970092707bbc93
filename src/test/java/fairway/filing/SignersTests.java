package fairway.filing;

import static fairway.drafts.Client.location;
import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.Walk;
import fairway.cases.Cases;
import fairway.drafts.Client;
import fairway.drafts.PersonaWalk;
import fairway.forms.Forms;
import fairway.legal.LegalTexts;
import fairway.signin.TestPeople;
import fairway.signin.TestSignIn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who may sign, by which name, and what is kept of it. */
@FairwayTest
@Tag("FIL-8")
class SignersTests {
    @LocalServerPort
    int port;

    @Autowired
    TestSignIn signIn;

    @Autowired
    TestPeople people;

    @Autowired
    TestClock clock;

    @Autowired
    TestJobs jobs;

    @Autowired
    Forms forms;

    @Autowired
    Filings filings;

    @Autowired
    Cases cases;

    @Autowired
    Packages packs;

    @Autowired
    LegalTexts legal;

    private Client browser = new Client(0, new TestSignIn.SignedIn(new UUID(0, 0), "", "", ""));

    @Test
    void a_parent_signs_for_a_child_by_their_own_name_and_everybody_can_see_it() throws Exception {
        var draft = walk("little_amal_a3");
        assertThat(browser.get(draft + "/sign").body())
                .contains("You sign for Amal Osman", "I am a parent or legal guardian of the applicant", "Mother");

        assertThat(sign(draft, "Amal Osman").body())
                .contains("The name you typed is not the name on the form", "Hodan Osman");
        var filed = location(sign(draft, "hodan osman"));

        var filing = UUID.fromString(filed.substring("/filings/".length()));
        assertThat(new String(filings.canonicalOf(filing).orElseThrow(), StandardCharsets.UTF_8))
                .contains("\"signer.by\":\"parent_or_guardian\"", "Hodan", "\"signer.relationship\":\"Mother\"");
        assertThat(filings.find(filing).orElseThrow().applicant()).isEqualTo("Amal Osman");
        assertThat(filings.signaturesOf(filing, Locale.ENGLISH)).singleElement().satisfies(signed -> {
            assertThat(signed.role()).isEqualTo(Signed.Role.GUARDIAN);
            assertThat(signed.name()).isEqualTo("hodan osman");
            assertThat(signed.capacity()).startsWith("A parent or legal guardian");
            assertThat(signed.relationship()).isEqualTo("Mother");
            assertThat(signed.text()).startsWith("I am a parent or legal guardian");
        });
        assertThat(desk(filed)).contains("Signed for the applicant by", "hodan osman", "Mother");
        jobs.runDue();
        assertThat(copy(filed)).contains("What was signed for the applicant", "hodan osman", "Mother");
    }

    @Test
    void interpreter_and_preparer_are_kept_with_the_text_they_signed() {
        var draft = walk("maria_c8_first");
        assertThat(browser.get(draft + "/sign").body()).contains("The interpreter, ", "The preparer, ");

        assertThat(location(sign(draft, legalName("maria_c8_first")))).isEqualTo(draft + "/pay");

        var signature = packs.standing(UUID.fromString(draft.substring("/drafts/".length())))
                .orElseThrow()
                .content()
                .signature();
        assertThat(signature.declared()).extracting(Pack.Declared::who).containsExactly("interpreter", "preparer");
        assertThat(signature.declared())
                .extracting(Pack.Declared::textSha256)
                .containsExactly(
                        legal.of("i-765", "interpreter").sha256(),
                        legal.of("i-765", "preparer").sha256());
        assertThat(signature.by().capacity()).isEqualTo(Signer.SELF);
    }

    @Test
    @Tag("FIL-3")
    void a_name_that_is_only_typed_is_kept_and_signs_nothing() {
        var draft = walk("maria_c8_first");
        var signing = draft + "/interpreter_signature";
        var name = "interpreter.signature.name";
        var signed = value(signing);
        assertThat(browser.autosave(signing, browser.window(signing), name, signed)
                        .body())
                .doesNotContain("not signed");
        assertThat(browser.get(draft + "/sign").statusCode()).isEqualTo(200);

        assertThat(browser.autosave(signing, browser.window(signing), name, "Grace Hop")
                        .body())
                .contains("not signed yet");
        assertThat(browser.get(signing).body()).contains("value=\"Grace Hop\"", "Nothing is signed yet");
        assertThat(browser.get(draft + "/sign").statusCode()).isEqualTo(303);
        browser.fill(signing, name, signed, "then", "leave");
        assertThat(browser.get(draft + "/sign").statusCode()).isEqualTo(303);

        browser.fill(signing, name, signed, "then", "continue");
        assertThat(browser.get(signing).body()).doesNotContain("Nothing is signed");
        assertThat(browser.get(draft + "/sign").body()).contains("The interpreter, " + signed);
    }

    private String value(String signing) {
        return Pattern.compile("id=\"interpreter.signature.name\"[^>]* value=\"([^\"]+)\"")
                .matcher(browser.get(signing).body())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private String legalName(String who) {
        var name = (java.util.Map<?, ?>)
                java.util.Objects.requireNonNull(PersonaWalk.persona(forms.edition("i-765", "2025-08-21"), who)
                        .answers()
                        .get("applicant.name"));
        return name.get("given") + " " + name.get("family");
    }

    private String walk(String who) {
        var edition = forms.current("i-765", LocalDate.of(2026, 11, 2)).orElseThrow();
        var persona = PersonaWalk.persona(edition, who);
        clock.set(persona.today().atTime(17, 0).toInstant(ZoneOffset.UTC));
        browser = new Client(port, signIn.person());
        var draft = new PersonaWalk(browser, edition).fill(persona);
        assertThat(location(browser.acceptAll(draft))).isEqualTo(draft + "/sign");
        return draft;
    }

    private java.net.http.HttpResponse<String> sign(String draft, String name) {
        return browser.fill(draft + "/sign", "name", name, "agree", "yes");
    }

    private String desk(String filed) {
        var receipt = Pattern.compile("/cases/([A-Z0-9]+)")
                .matcher(browser.get(filed).body())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        var officer = people.officer("Olga First", "SUPERVISOR");
        return new Walk(port)
                .with(people.cookie(officer, true))
                .get("/desk/cases/" + receipt)
                .body();
    }

    private String copy(String filed) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + filed + "/copy"))
                            .header("Cookie", browser.person().cookies())
                            .build(),
                    BodyHandlers.ofByteArray());
            try (var pdf = Loader.loadPDF(answer.body())) {
                return new PDFTextStripper().getText(pdf);
            }
        }
    }
}
