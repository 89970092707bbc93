package fairway.casework;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.Walk;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From the queue to a read decision, over the pages as officers and the person use them. */
@Tag("AGY-2")
@Tag("AGY-3")
@Tag("AGY-4")
@Tag("CAS-6")
class DeskTests extends AtTheDesk {
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
}
