package fairway.cases;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.cases.Answering.Kept;
import fairway.drafts.Client;
import fairway.signin.TestSignIn;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One answer written in two places at once: nothing is overwritten, and nothing is sent, that its person has not seen. */
@Tag("CAS-7")
@Tag("FIL-3")
class AnsweringTwiceTests extends CasesAtWork {
    @LocalServerPort
    int port;

    @Autowired
    TestSignIn signIn;

    @Autowired
    PersonCases persons;

    private ReceiptNumber receipt;
    private String path;
    private Client laptop;
    private Client phone;
    private Map<String, String> onLaptop;
    private Map<String, String> onPhone;

    @BeforeEach
    void two_devices_with_the_same_page() {
        receipt = asked(LocalDate.of(2026, 12, 4));
        path = "/cases/" + receipt + "/evidence-request";
        laptop = new Client(port, signIn.again(ana));
        phone = new Client(port, signIn.again(ana));
        onLaptop = laptop.window(path);
        onPhone = phone.window(path);
    }

    @Test
    void two_texts_are_both_shown_and_the_person_chooses() {
        save(laptop, onLaptop, "Written on the laptop");

        var conflict = phone.post(path, onPhone, "answer", "Typed on the phone", "act", "save");
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.body())
                .contains("Two different answers", "Written on the laptop", "Typed on the phone")
                .contains("value=\"save\"", "value=\"theirs\"");
        assertThat(kept()).isEqualTo("Written on the laptop");

        var choice = Client.hidden(conflict.body());
        assertThat(phone.post(path, choice, "answer", "Typed on the phone", "act", "theirs")
                        .statusCode())
                .isEqualTo(303);
        assertThat(kept()).isEqualTo("Written on the laptop");
        assertThat(phone.post(path, choice, "answer", "Brought together", "act", "save")
                        .statusCode())
                .isEqualTo(303);
        assertThat(kept()).isEqualTo("Brought together");

        save(laptop, laptop.window(path), "Changed again");
        assertThat(phone.post(path, choice, "answer", "An old choice", "act", "save")
                        .body())
                .contains("Changed again", "An old choice");
        assertThat(phone.post("/es" + path, onPhone, "answer", "Otro", "act", "files")
                        .body())
                .contains("Dos respuestas distintas", "Lo que está guardado ahora", "value=\"files\"");
    }

    @Test
    void who_changed_nothing_overwrites_nothing_and_the_same_text_is_no_conflict() {
        save(laptop, onLaptop, "Line one\r\nLine two");
        save(phone, onPhone, "");
        assertThat(kept()).isEqualTo("Line one\nLine two");
        save(phone, onPhone, "Line one\nLine two\n");
        assertThat(kept().strip()).isEqualTo("Line one\nLine two");

        var seen = phone.window(path);
        save(laptop, laptop.window(path), "Something else");
        save(laptop, laptop.window(path), "Line one\nLine two");
        save(phone, seen, "Put back, so only the phone changed it");
        assertThat(kept()).startsWith("Put back");
    }

    @Test
    void saves_in_between_are_told_and_a_reply_that_was_lost_does_not_fight_its_own_page() {
        assertThat(laptop.autosave(path, onLaptop, "answer", "First words").statusCode())
                .isEqualTo(200);
        var again = laptop.autosave(path, onLaptop, "answer", "First words and more");
        assertThat(again.statusCode()).isEqualTo(200);
        var next = new HashMap<>(onLaptop);
        next.put("rev", again.body().replaceAll(".*\"rev\":\"([^\"]+)\".*", "$1"));

        var late = phone.autosave(path, onPhone, "answer", "Late words");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("another window or on another device");
        assertThat(phone.autosave(path, onPhone, "answer", "").statusCode()).isEqualTo(409);
        assertThat(kept()).isEqualTo("First words and more");

        assertThat(laptop.autosave(path, next, "answer", "First words, and the last")
                        .statusCode())
                .isEqualTo(200);
        assertThat(kept()).isEqualTo("First words, and the last");
    }

    @Test
    void a_page_that_is_behind_sends_nothing_and_shows_the_newer_text_first() {
        save(laptop, onLaptop, "The newer text");

        var sent = phone.post(path, onPhone, "answer", "", "once", "yes", "act", "send");
        assertThat(sent.statusCode()).isEqualTo(409);
        assertThat(sent.body()).contains("There is a newer text", "The newer text</textarea>");
        assertThat(unanswered()).isTrue();

        var typed = phone.post(path, onPhone, "answer", "Typed on the phone", "act", "send");
        assertThat(typed.statusCode()).isEqualTo(422);
        var still = phone.post(path, Client.hidden(typed.body()), "answer", "Typed on the phone", "once", "yes");
        assertThat(still.statusCode()).isEqualTo(409);
        assertThat(still.body()).contains("Two different answers", "The newer text", "Typed on the phone");
        assertThat(unanswered()).isTrue();

        var read = Client.hidden(sent.body());
        assertThat(phone.post(path, read, "answer", "The newer text", "once", "yes", "act", "send")
                        .statusCode())
                .isEqualTo(303);
        assertThat(request().answer()).isEqualTo("The newer text");
    }

    @Test
    void of_fifty_saves_of_one_revision_one_wins_and_the_others_are_told() throws Exception {
        save(laptop, onLaptop, "What all of them saw");
        var shown = request().draft();
        var count = new AtomicInteger();
        var results = atOnce(50, () -> {
            var window = AnswerBasis.of(shown, new UUID(1, count.incrementAndGet()));
            return persons.keep(ana, receipt, window, "Written in window " + window.window());
        });
        assertThat(results).filteredOn(Kept.Saved.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(Kept.Apart.class::isInstance).hasSize(49);
        var kept = request().draft();
        assertThat(kept.rev()).isEqualTo(shown.rev() + 1);
        assertThat(kept.text()).isEqualTo("Written in window " + kept.window());
        assertThat(results).allMatch(result -> !(result instanceof Kept.Apart(var theirs)) || theirs.equals(kept));
    }

    private void save(Client client, Map<String, String> window, String text) {
        assertThat(client.post(path, window, "answer", text, "act", "save").statusCode())
                .isEqualTo(303);
    }

    private boolean unanswered() {
        return request().state() == RequestState.ISSUED;
    }

    private String kept() {
        return request().draft().text();
    }

    private EvidenceRequest request() {
        return cases.of(ana, receipt).orElseThrow().requests().getFirst();
    }
}
