package fairway.forms;

import static fairway.forms.SmallForm.TODAY;
import static fairway.forms.SmallForm.answers;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JourneyTests {
    private final Edition edition = new SmallForm().pages("""
                    - id: start
                      items:
                        - {id: married, type: yes_no}
                        - {id: note, type: text, required: no}
                    - id: spouse
                      show: married
                      items:
                        - {id: spouse.name, type: name}
                        - {id: spouse.reason, type: text, show: spouse.name.family == 'Rivera'}
                    - id: children
                      items:
                        - id: children
                          type: list
                          min: 1
                          max: 3
                          items:
                            - {id: country, type: country}
                            - {id: city, type: text, show: it.country == 'SV'}
                    - id: abroad
                      show: children.exists(c, c.country == 'SV')
                      items:
                        - {id: abroad.why, type: text}
                    """).edition();

    private Journey journey(String... typed) {
        return new Guide(new Walk(edition, answers(edition, typed), Facts.on(TODAY))).journey();
    }

    private List<PageState> states(String... typed) {
        return journey(typed).pages().map(Journey.PageView::state).toList();
    }

    @Test
    void nothing_answered_leaves_pages_that_depend_on_answers_waiting() {
        assertThat(states())
                .containsExactly(PageState.NOT_STARTED, PageState.WAITING, PageState.NOT_STARTED, PageState.WAITING);
        assertThat(journey().view("spouse").orElseThrow().because().paths()).containsExactly("married");
    }

    @Test
    void an_answer_decides_which_pages_are_needed() {
        assertThat(states("married=no", "!start").get(1)).isEqualTo(PageState.NOT_NEEDED);
        assertThat(states("married=yes", "!start").get(1)).isEqualTo(PageState.NOT_STARTED);
    }

    @Test
    void a_page_is_complete_when_it_was_saved_and_nothing_required_is_missing() {
        assertThat(states("married=no").getFirst()).isEqualTo(PageState.IN_PROGRESS);
        assertThat(states("married=no", "!start").getFirst()).isEqualTo(PageState.COMPLETE);
        assertThat(states("note=hello", "!start").getFirst()).isEqualTo(PageState.ATTENTION);
    }

    @Test
    void words_that_cannot_be_read_keep_a_saved_page_in_attention() {
        var journey = journey("married=no", "!start", "children[1].country=Atlantis", "!children");

        assertThat(journey.view("children").orElseThrow().state()).isEqualTo(PageState.ATTENTION);
    }

    @Test
    void conditions_of_an_instance_read_the_same_instance() {
        var journey = journey("children[1].country=SV", "children[2].country=HN");
        var items = journey.view("children").orElseThrow().items().stream().map(Journey.ItemView::path);

        assertThat(items).containsExactly("children[1].country", "children[1].city", "children[2].country");
    }

    @Test
    void a_growing_list_can_say_yes_but_not_yet_no() {
        assertThat(journey("children[1].country=SV")
                        .view("abroad")
                        .orElseThrow()
                        .state())
                .isEqualTo(PageState.NOT_STARTED);
        assertThat(journey("children[1].country=HN")
                        .view("abroad")
                        .orElseThrow()
                        .state())
                .isEqualTo(PageState.WAITING);
        assertThat(journey("children[1].country=HN", "!children")
                        .view("abroad")
                        .orElseThrow()
                        .state())
                .isEqualTo(PageState.NOT_NEEDED);
    }

    @Test
    void a_list_with_too_few_instances_wants_attention_once_saved() {
        assertThat(states("!children").get(2)).isEqualTo(PageState.ATTENTION);
    }

    @Test
    void the_way_goes_from_page_to_page_past_those_not_needed() {
        var journey = journey("married=no", "!start", "children[1].country=HN", "!children");

        assertThat(journey.next("start").orElseThrow().page().id()).isEqualTo("children");
        assertThat(journey.previous("children").orElseThrow().page().id()).isEqualTo("start");
        assertThat(journey.next("children")).isEmpty();
        assertThat(journey.isComplete()).isTrue();
        assertThat(journey.firstOpen()).isEmpty();
    }

    @Test
    void the_way_back_and_the_first_page_that_wants_something() {
        var journey = journey("married=yes", "!start", "children[1].country=HN");

        assertThat(journey.previous("children").orElseThrow().page().id()).isEqualTo("spouse");
        assertThat(journey.previous("start")).isEmpty();
        assertThat(journey.firstOpen().orElseThrow().page().id()).isEqualTo("spouse");
        assertThat(journey.isComplete()).isFalse();
        assertThat(journey("married=no", "!start", "children[1].country=HN").isComplete())
                .as("a list that may still grow")
                .isFalse();
    }

    @Test
    void a_page_shows_what_the_answers_make_it_ask() {
        var children = journey("children[1].country=HN").view("children").orElseThrow();

        assertThat(children.shows("children[1].country")).isTrue();
        assertThat(children.shows("children[1].city")).isFalse();
    }

    @Test
    void what_was_typed_on_a_hidden_page_is_not_read() {
        var journey = journey("married=no", "!start", "spouse.name/family=Rivera", "!spouse");

        assertThat(journey.view("spouse").orElseThrow().items()).isEmpty();
    }

    @Test
    void a_part_sums_up_its_pages() {
        assertThat(journey().parts().getFirst().state()).isEqualTo(PageState.NOT_STARTED);
        assertThat(journey("married=no", "!start").parts().getFirst().state()).isEqualTo(PageState.IN_PROGRESS);
        assertThat(journey("!start").parts().getFirst().state()).isEqualTo(PageState.ATTENTION);
    }
}
