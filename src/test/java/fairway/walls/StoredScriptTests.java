package fairway.walls;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.cases.Cases;
import fairway.cases.Officer;
import fairway.filing.TestFilings;
import fairway.signin.TestSignIn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Scripts typed wherever people and officers can type come back as the letters they are. */
@FairwayTest
@Tag("A24")
class StoredScriptTests {
    private static final String EVIL = "<script>alert(7)</script><img src=x onerror=alert(7)>${7331*7331}{{7331*7331}}";
    private static final Pattern LIVE = Pattern.compile("<script>alert|<img src=x|53743561");
    private static final Pattern LINK = Pattern.compile("(?:href|action)=\"(/[^\"#]*)");
    private static final Pattern NOTICE = Pattern.compile("/notices/([0-9a-f-]{36})");

    @LocalServerPort
    int port;

    @Autowired
    TestSignIn signIn;

    @Autowired
    TestFilings filings;

    @Autowired
    Cases cases;

    @Autowired
    TestJobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    Ways ways;

    @BeforeEach
    void at_the_usual_hour() {
        clock.set(TestClock.START);
    }

    @Test
    void what_is_typed_into_a_draft_is_shown_as_text_on_every_page_of_it() {
        var ana = Visitor.of(port, signIn.person(EVIL, Locale.ENGLISH));
        ana.get("/forms/i-765");
        var draft = ana.post("/forms/i-765/start").location();
        var pages = new ArrayList<>(List.of(draft + "/legal_name", draft + "/birth", draft + "/mailing_address"));
        var typed = Map.of(
                "applicant.name.family", EVIL,
                "applicant.name.given", EVIL,
                "applicant.birth_city", EVIL.substring(0, 40),
                "applicant.us_mailing_address.street", EVIL.substring(0, 30),
                "applicant.us_mailing_address.city", EVIL.substring(0, 15));
        for (var page : pages) {
            var fields = new ArrayList<String>();
            typed.forEach((name, value) -> fields.addAll(List.of(name, value)));
            fields.addAll(List.of("then", "leave"));
            inert(ana.fill(page, fields.toArray(String[]::new)));
        }
        pages.addAll(List.of(
                draft, draft + "/review", draft + "/print", draft + "/evidence", "/account", "/account/profile"));
        int shown = 0;
        for (var page : pages) {
            for (var language : List.of("", "/es")) {
                var answer = ana.get(language + page);
                inert(answer);
                shown += answer.body().contains("&lt;script&gt;")
                                || answer.body().contains("&lt;script")
                        ? 1
                        : 0;
            }
        }
        assertThat(shown).as("pages that show what was typed").isGreaterThan(3);
    }

    @Test
    void names_words_notes_answers_and_file_names_stay_text_for_person_officer_paper_and_mail() throws IOException {
        var owner = signIn.person(EVIL, Locale.ENGLISH);
        var ana = Visitor.of(port, owner);
        var olga = signIn.officer("Olga " + EVIL, "OFFICER");
        filings.receive(owner.account(), EVIL, Locale.ENGLISH);
        jobs.runDue();
        var file = cases.of(owner.account()).getFirst().file();
        var officer = new Officer(olga.account(), false);
        for (var taken = cases.takeNext(officer);
                taken.isPresent() && !taken.get().equals(file.receipt());
                taken = cases.takeNext(officer)) {}
        cases.note(officer, file.receipt(), "Note " + EVIL);
        var seen = cases.open(officer, file.receipt()).orElseThrow().version();
        cases.requestEvidence(
                officer, seen, "Send " + EVIL, cases.latestAnswerDay().latest());
        var page = "/cases/" + file.receipt().value() + "/evidence-request";
        new Wire(port)
                .upload(
                        page + "/files",
                        owner.csrf(),
                        "a<img src=x onerror=alert(7)>.png",
                        Belongings.picture(),
                        Routes.cookies(owner));
        inert(ana.fill(page, "answer", "Here " + EVIL));
        inert(ana.fill(page, "answer", "Here " + EVIL, "once", "yes"));
        jobs.runDue();

        crawl(ana, "/account", "/cases/" + file.receipt().value());
        crawl(Visitor.of(port, olga), "/desk", "/desk/cases/" + file.receipt().value());
        papers(ana, file.receipt().value());
        assertThat(ways.mails(owner.email())).doesNotContain("53743561");
        inert(ana.get("/outbox?to=" + owner.email()));
    }

    @Test
    void what_a_browser_calls_itself_is_text_in_lists_and_mails() {
        var luz = ways.person(port, "Luz Agent");
        luz.agent("Mozilla/5.0 " + EVIL);
        ways.signedIn(luz);
        inert(luz.get("/account/profile"));
        crawl(luz, "/account", "/account/security");
        assertThat(ways.mails(luz.email())).doesNotContain("53743561");
        inert(luz.get("/outbox?to=" + luz.email()));
    }

    /** Every page that can be reached by links from these. */
    private void crawl(Visitor who, String... from) {
        var seen = new TreeSet<String>();
        var todo = new ArrayList<>(List.of(from));
        while (!todo.isEmpty() && seen.size() < 60) {
            var at = todo.removeFirst();
            if (!seen.add(at)) {
                continue;
            }
            var answer = who.get(at);
            inert(answer);
            if (answer.status() == 200) {
                LINK.matcher(answer.body())
                        .results()
                        .map(found -> found.group(1))
                        .filter(link ->
                                link.matches("/(es/)?(account|cases|desk|notices|drafts|filings|documents)\\b.*"))
                        .forEach(todo::add);
            }
        }
        assertThat(seen.size()).isGreaterThan(1);
    }

    private void papers(Visitor who, String receipt) throws IOException {
        var shown = who.get("/cases/" + receipt).body();
        var notices = NOTICE.matcher(shown)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        assertThat(notices).isNotEmpty();
        for (var notice : notices) {
            inert(who.get("/notices/" + notice));
            var pdf = who.get("/notices/" + notice + "/pdf");
            assertThat(pdf.status()).isEqualTo(200);
            paper(pdf.content());
        }
    }

    private static void paper(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                    .contains("<script>alert(7)</script>")
                    .doesNotContain("53743561");
            assertThat(document.getDocumentCatalog().getOpenAction()).isNull();
            var names = document.getDocumentCatalog().getNames();
            assertThat(names == null || names.getJavaScript() == null).isTrue();
        }
    }

    private static void inert(Wire.Answer answer) {
        assertThat(answer.status()).isLessThan(500);
        if (answer.header("Content-Type").startsWith("text/html")) {
            assertThat(answer.body()).doesNotContainPattern(LIVE);
        }
        assertThat(new String(
                        answer.header("Content-Disposition").getBytes(StandardCharsets.ISO_8859_1),
                        StandardCharsets.UTF_8))
                .doesNotContain("\n");
    }
}
