package fairway.casework;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.audit.Audit;
import fairway.audit.Subject;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Social Security numbers and the like are not on an officer's screen before the officer asks, and every look is recorded. */
@Tag("AGY-3")
@Tag("AGY-6")
class OnDemandTests extends AtTheDesk {
    private static final String NUMBER = "078-05-1120";

    @Autowired
    Audit audit;

    private String path = "";

    @BeforeEach
    void a_case_with_a_number() {
        take(second);
        filings.receive(
                ana, "Ana Ruiz", Locale.ENGLISH, "\"applicant.ssn\":\"078051120\",\"current_status\":\"parolee\",");
        path = take(first);
    }

    private List<String> recorded() {
        var receipt = path.substring(path.lastIndexOf('/') + 1);
        var id = cases.of(ana).stream()
                .map(view -> view.file())
                .filter(file -> file.receipt().value().equals(receipt))
                .findFirst()
                .orElseThrow()
                .id();
        return audit.about(Subject.of("case", id)).stream()
                .filter(entry -> entry.act().what().equals("case.answer.shown"))
                .map(entry -> entry.act().facts().getOrDefault("answer", ""))
                .toList();
    }

    @Test
    void nothing_of_it_is_on_the_page_before_the_officer_asks() {
        var page = first.get(path).body();

        assertThat(page)
                .contains("Ana Ruiz", "name=\"show\" value=\"applicant.ssn\"", "Each one you see is recorded")
                .doesNotContain(NUMBER, "078051120");
        assertThat(recorded()).isEmpty();
    }

    @Test
    void one_answer_is_shown_when_asked_for_and_that_is_recorded() {
        first.get(path);
        var page = first.post(path + "/show", "show", "applicant.ssn").body();

        assertThat(page).contains(NUMBER, "name=\"show\" value=\"current_status\"");
        assertThat(recorded()).containsExactly("applicant.ssn");
        assertThat(first.get(path).body()).doesNotContain(NUMBER);
        assertThat(first.get(path + "/show").body()).doesNotContain(NUMBER);
    }

    @Test
    void all_are_shown_at_once_and_each_is_recorded() {
        first.get(path);
        assertThat(first.post(path + "/show", "show", "*").body()).contains(NUMBER);
        assertThat(recorded()).containsExactlyInAnyOrder("applicant.ssn", "current_status");
    }

    @Test
    void another_officer_can_neither_see_nor_ask() {
        second.get("/desk");
        assertThat(second.post(path + "/show", "show", "*").statusCode()).isEqualTo(404);
        assertThat(recorded()).isEmpty();
    }

    @Test
    @Tag("FIL-7")
    void what_the_checks_say_to_officers_stands_before_the_answers() {
        assertThat(first.get(path).body()).containsSubsequence("What the checks say to you", "A remark of tests.");
    }
}
