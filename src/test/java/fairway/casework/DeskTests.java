package fairway.casework;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.Walk;
import fairway.cases.Cases;
import fairway.cases.Officer;
import fairway.filing.TestFilings;
import fairway.signin.TestPeople;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From the queue to a read decision, over the pages as officers and the person use them. */
@FairwayTest
@Tag("AGY-2")
@Tag("AGY-3")
@Tag("AGY-4")
@Tag("CAS-6")
class DeskTests {
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final Pattern NOTICE = Pattern.compile("/notices/([0-9a-f-]{36})\"");

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    TestFilings filings;

    @Autowired
    TestPeople people;

    @Autowired
    TestClock clock;

    @Autowired
    TestJobs jobs;

    private UUID ana = new UUID(0, 0);
    private Walk person = new Walk(0);
    private Walk first = new Walk(0);
    private Walk second = new Walk(0);

    @BeforeEach
    void people() {
        clock.set(TestClock.START);
        var sweeper = new Officer(people.officer("Sweeper", "SUPERVISOR"), true);
        while (cases.takeNext(sweeper).isPresent()) {
            sweeper = new Officer(sweeper.account(), true);
        }
        ana = people.person("Ana Ruiz", Locale.ENGLISH);
        person = new Walk(port).with(people.cookie(ana, false));
        first = new Walk(port).with(people.cookie(people.officer("Olga First", "OFFICER"), true));
        second = new Walk(port).with(people.cookie(people.officer("Sam Second", "OFFICER"), true));
        filings.receive(ana, "Ana Ruiz", Locale.ENGLISH);
    }

    @Test
    @Tag("CAS-7")
    void a_case_is_taken_asked_about_answered_and_approved_by_two() {
        var path = take(first);
        var file = first.get(path).body();
        assertThat(file).contains("Ana Ruiz", "Request evidence (RFE)", "Propose approval");
        var asking = path + "/request-evidence";
        var asked = first.post(
                asking,
                "version",
                version(first.get(asking).body()),
                "words",
                "Send your passport page.",
                "due.year",
                "2026",
                "due.month",
                "12",
                "due.day",
                "4");
        assertThat(asked.statusCode()).isEqualTo(303);

        var account = person.get("/account").body();
        assertThat(account).contains("We need something from you", "Friday, December 4, 2026");
        var answering = path.replace("/desk", "") + "/evidence-request";
        assertThat(person.get(answering).body()).contains("Send your passport page.");
        assertThat(person.post(answering, "answer", "", "once", "yes").statusCode())
                .isEqualTo(422);
        assertThat(person.post(answering, "answer", "Here it is.").body()).contains("Here it is.", "Tick the box");
        assertThat(person.post(answering, "answer", "Here it is.", "once", "yes")
                        .statusCode())
                .isEqualTo(303);
        assertThat(person.get(answering).body()).contains("Your answer is here");

        assertThat(first.get(path).body()).contains("Here it is.");
        var proposing = path + "/propose-approval";
        var version = version(first.get(proposing).body());
        var preview = first.post(path + "/preview", "decision", "APPROVAL", "version", version, "words", "Two years.");
        assertThat(preview.body()).contains("Approval notice", "Two years.", "Nothing is decided");
        assertThat(first.post(proposing, "version", version, "words", "Two years.")
                        .statusCode())
                .isEqualTo(303);
        assertThat(first.get(path + "/approve").statusCode()).isEqualTo(404);

        assertThat(second.get("/desk").body()).contains(path);
        var confirming = path + "/approve";
        var confirm = second.get(confirming).body();
        assertThat(confirm).contains("Two years.", "I have read the file and the notice");
        assertThat(second.post(confirming, "version", version(confirm)).statusCode())
                .isEqualTo(422);
        assertThat(second.post(confirming, "version", version(confirm), "read", "yes")
                        .statusCode())
                .isEqualTo(303);
        assertThat(person.get(path.replace("/desk", "")).body()).contains("We approved your case", "Approval notice");
    }

    @Test
    void the_person_reads_and_downloads_a_notice_and_nobody_else_does() {
        var path = person.get("/account").body();
        var show = person.get(link(path, "/cases/[A-Z0-9]+")).body();
        var notice = "/notices/" + match(NOTICE, show);
        assertThat(person.get(notice).body()).contains("Receipt notice", "Ana Ruiz", "The PDF is being made");
        jobs.runDue();
        assertThat(person.get(notice).body()).contains("Download this notice (PDF)");
        assertThat(person.get("/es" + notice).body())
                .contains("Aviso de recibo", "El aviso oficial es el que está en inglés");
        var pdf = person.bytes(notice + "/pdf");
        assertThat(new String(pdf.body(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        assertThat(pdf.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("-receipt.en.pdf");
        var stranger = new Walk(port).with(people.cookie(people.person("Stranger", Locale.ENGLISH), false));
        assertThat(stranger.get(notice).statusCode()).isEqualTo(404);
        assertThat(stranger.get(notice + "/pdf").statusCode()).isEqualTo(404);
        assertThat(first.get("/desk" + notice).statusCode()).isEqualTo(404);
        take(first);
        assertThat(first.get("/desk" + notice).statusCode()).isEqualTo(200);
    }

    @Test
    @Tag("CAS-7")
    void files_of_an_answer_reach_the_officer_after_a_warning_and_stay_as_they_were_sent() throws IOException {
        var path = take(first);
        var asking = path + "/request-evidence";
        first.post(
                asking,
                "version",
                version(first.get(asking).body()),
                "words",
                "Send your passport page.",
                "due.year",
                "2026",
                "due.month",
                "12",
                "due.day",
                "4");
        var answering = path.replace("/desk", "") + "/evidence-request";
        person.get(answering);
        assertThat(person.upload(answering + "/files", "notes.txt", "hello".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(422);
        var picture = picture();
        assertThat(person.upload(answering + "/files", "passport.png", picture).statusCode())
                .isEqualTo(303);
        assertThat(person.get(answering).body()).contains("passport.png");
        assertThat(person.post(answering, "answer", "", "once", "yes").statusCode())
                .isEqualTo(303);
        person.get(answering);
        assertThat(person.upload(answering + "/files", "late.png", picture).statusCode())
                .isEqualTo(404);
        var file = path + "/files/"
                + match(
                        Pattern.compile("/files/([0-9a-f-]{36})\""),
                        first.get(path).body());
        assertThat(first.get(file + "/pages/1").body()).contains("alt=\"passport.png, page 1 of 1\"");
        var seen = ImageIO.read(
                new ByteArrayInputStream(first.bytes(file + "/pages/1/picture").body()));
        assertThat(seen.getWidth()).isEqualTo(40);
        assertThat(first.get(file + "/pages/2").body()).contains("cannot be shown as a picture");
        assertThat(second.get(file + "/pages/1").statusCode()).isEqualTo(404);
        assertThat(second.get(file + "/pages/1/picture").statusCode()).isEqualTo(404);
        assertThat(first.get(file).body()).contains("passport.png", "name=\"warned\"");
        var opened = first.post(file, "warned", "yes");
        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        assertThat(second.get(file).statusCode()).isEqualTo(404);
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void a_denial_carries_its_reasons_and_the_day_for_a_motion() {
        var path = take(first);
        var proposing = path + "/propose-denial";
        var version = version(first.get(proposing).body());
        assertThat(first.post(path + "/preview", "decision", "DENIAL", "version", version, "words", " ")
                        .statusCode())
                .isEqualTo(422);
        first.post(proposing, "version", version, "words", "The form shows no category.\n\nSee 8 CFR 274a.12.");
        var confirming = path + "/deny";
        var confirm = second.get(confirming).body();
        second.post(confirming, "version", version(confirm), "read", "yes");
        var show = person.get(path.replace("/desk", "")).body();
        assertThat(show).contains("We denied your case");
        var notice = person.get("/notices/" + match(NOTICE, show)).body();
        assertThat(notice)
                .contains(
                        "The form shows no category.",
                        "See 8 CFR 274a.12.",
                        "Wednesday, December 23, 2026",
                        "not yet confirmed");
    }

    @Test
    void typed_words_survive_a_case_that_moved_on() {
        var path = take(first);
        var asking = path + "/request-evidence";
        var version = version(first.get(asking).body());
        assertThat(first.post(path + "/note", "note", "The person called.").statusCode())
                .isEqualTo(303);
        var stale = first.post(
                asking,
                "version",
                version,
                "words",
                "A long request.",
                "due.year",
                "2026",
                "due.month",
                "12",
                "due.day",
                "4");
        assertThat(stale.statusCode()).as(stale.body()).isEqualTo(409);
        assertThat(stale.body()).contains("The case moved on", "The person called.", "A long request.");
        assertThat(version(stale.body())).isNotEqualTo(version);
    }

    @Test
    void the_queue_sorts_by_each_column_and_opens_nothing_that_is_not_yours() {
        filings.receive(ana, "Ana Ruiz", Locale.ENGLISH);
        var desk = first.get("/desk?sort=receipt&down=true").body();
        assertThat(desk).contains("aria-sort=\"descending\"", "New cases (2)").doesNotContain("Ana Ruiz");
        var receipts = cases.of(ana).stream()
                .map(view -> view.file().receipt().grouped().replace(' ', '\u00a0'))
                .sorted()
                .toList();
        assertThat(desk.indexOf(receipts.get(1))).isLessThan(desk.indexOf(receipts.get(0)));
        assertThat(first.get("/desk/cases/" + cases.of(ana).getFirst().file().receipt())
                        .statusCode())
                .isEqualTo(404);
        assertThat(first.get("/desk/find?receipt=12")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/desk?unread");
    }

    @Test
    @Tag("AGY-6")
    void the_desk_is_closed_to_people_and_to_staff_without_the_role() {
        assertThat(person.get("/desk").statusCode()).isNotEqualTo(200);
        var clerk = new Walk(port).with(people.cookie(people.officer("Clerk", "SUPPORT"), true));
        assertThat(clerk.get("/desk").headers().firstValue("Location").orElseThrow())
                .endsWith("/desk/support");
        assertThat(clerk.get("/desk/exceptions").statusCode()).isEqualTo(404);
    }

    @Test
    void every_page_of_the_desk_speaks_spanish() {
        var path = "/es" + take(first);
        assertThat(first.get("/es/desk").body()).contains("Casos nuevos", "Tomar el siguiente caso");
        assertThat(first.get(path).body()).contains("Respuestas presentadas", "Proponer la denegación");
        for (var act : List.of("request-evidence", "propose-approval", "propose-denial", "put-back")) {
            assertThat(first.get(path + "/" + act).body()).contains("Qué ocurre:");
        }
    }

    private String take(Walk officer) {
        officer.get("/desk");
        var taken = officer.post("/desk/next");
        assertThat(taken.statusCode()).isEqualTo(303);
        return taken.headers().firstValue("Location").orElseThrow().replaceAll("^https?://[^/]+", "");
    }

    private static String version(String page) {
        return match(VERSION, page);
    }

    private static String link(String page, String path) {
        return match(Pattern.compile("href=\"(" + path + ")\""), page);
    }

    private static String match(Pattern pattern, String page) {
        var found = pattern.matcher(page);
        assertThat(found.find()).as(pattern + " in " + page).isTrue();
        return found.group(1);
    }
}
