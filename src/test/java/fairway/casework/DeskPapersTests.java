package fairway.casework;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.Walk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What goes back and forth between a person and the desk: notices, requests and files. */
@Tag("AGY-2")
@Tag("AGY-3")
@Tag("AGY-4")
@Tag("CAS-6")
class DeskPapersTests extends AtTheDesk {
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
}
