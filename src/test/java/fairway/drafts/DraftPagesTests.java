package fairway.drafts;

import static fairway.drafts.Client.location;
import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.signin.TestSignIn;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of a draft over real HTTP, as two windows, an impatient finger and an old page see them. */
@FairwayTest
@Import(InventedForm.class)
@Tag("FIL-1")
@Tag("FIL-2")
@Tag("FIL-3")
@Tag("FIL-4")
class DraftPagesTests {
    @LocalServerPort
    int port;

    @Autowired
    TestSignIn signIn;

    @Autowired
    JdbcClient db;

    private Client ana;
    private String draft;

    @BeforeEach
    void a_draft() {
        ana = new Client(port, signIn.person());
        draft = location(ana.fill("/forms/t-1/start"));
    }

    @Test
    void the_overview_says_what_it_costs_and_what_it_takes() {
        var page = ana.get("/forms/t-1").body();

        assertThat(page).contains("Form T-1", "$470.00", "1 hour 30 minutes", "A photo of you", "0000-0000");
        assertThat(ana.get("/forms/none").statusCode()).isEqualTo(404);
    }

    @Test
    void free_words_are_asked_for_in_the_language_that_is_filed() {
        assertThat(ana.get("/es" + draft + "/reason").body()).contains("Escriba esta respuesta en inglés");
        assertThat(ana.get(draft + "/reason").body()).doesNotContain("in English:");
    }

    @Test
    void starting_twice_makes_one_draft() {
        assertThat(location(ana.fill("/forms/t-1/start"))).isEqualTo(draft);
    }

    @Test
    void a_draft_is_found_by_nobody_else() {
        var eva = new Client(port, signIn.person());

        assertThat(eva.get(draft).statusCode()).isEqualTo(404);
        assertThat(eva.get(draft + "/legal_name").statusCode()).isEqualTo(404);
        assertThat(eva.post(draft + "/legal_name", ana.window(draft + "/legal_name"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void save_and_continue_leads_through_the_pages_and_leaving_leads_back() {
        assertThat(location(ana.fill(draft + "/category", "category", "a5", "then", "continue")))
                .isEqualTo(draft + "/reason");
        assertThat(location(ana.fill(draft + "/reason", "reason", "initial", "then", "leave")))
                .startsWith(draft);
        assertThat(ana.get(draft).body()).contains("Continue where you were", "In progress");
    }

    @Test
    void what_cannot_be_read_stays_as_it_was_typed_and_is_named() {
        var answer = ana.fill(
                draft + "/birth",
                "applicant.dob.day",
                "31",
                "applicant.dob.month",
                "2",
                "applicant.dob.year",
                "1990",
                "applicant.country",
                "SV",
                "then",
                "continue");

        assertThat(location(answer)).isEqualTo(draft + "/birth?check");
        var page = ana.get(location(answer)).body();
        assertThat(page).contains("This date does not exist", "value=\"31\"", "href=\"#applicant.dob\"");
    }

    @Test
    void a_get_never_writes() {
        var before = stamp();
        ana.get(draft);
        ana.get(draft + "/legal_name");
        ana.get(draft + "/review");
        ana.get(draft + "/print");

        assertThat(stamp()).isEqualTo(before);
    }

    @Test
    void two_windows_disagree_and_the_person_decides() {
        name("Ana", "Rivera");
        var left = ana.window(draft + "/legal_name");
        var right = ana.window(draft + "/legal_name");
        ana.post(draft + "/legal_name", left, named("Anna", "Rivera"));

        var conflict = ana.post(draft + "/legal_name", right, named("Ana Maria", "Rivera"));

        assertThat(conflict.body()).contains("Two different answers", "Anna", "Ana Maria");
        var hidden = Client.hidden(conflict.body());
        assertThat(location(ana.post(
                        draft + "/legal_name/0/resolve", hidden, "applicant.name!", "theirs", "then", "continue")))
                .isEqualTo(draft + "/where");
        assertThat(ana.get(draft + "/legal_name").body()).contains("value=\"Anna\"");
    }

    @Test
    void an_old_page_from_the_history_and_a_refresh_do_no_harm() {
        var old = ana.window(draft + "/legal_name");
        ana.post(draft + "/legal_name", old, named("Ana", "Rivera"));
        ana.post(draft + "/legal_name", old, named("Ana", "Rivera"));
        ana.fill(draft + "/birth", "applicant.country", "SV", "then", "leave");

        assertThat(ana.get(draft + "/legal_name").body()).contains("value=\"Ana\"", "value=\"Rivera\"");
    }

    @Test
    void autosave_saves_and_hands_out_the_next_revision() {
        var window = ana.window(draft + "/legal_name");
        var saved = ana.autosave(draft + "/legal_name", window, "applicant.name.given", "An");

        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(saved.body()).contains("\"rev\"", "\"savedAt\"", "in_progress");
        var rev = saved.body().replaceAll(".*\"rev\":\"([^\"]+)\".*", "$1");
        var next = new java.util.HashMap<>(window);
        next.put("rev", rev);
        assertThat(ana.autosave(draft + "/legal_name", next, "applicant.name.given", "Ana")
                        .statusCode())
                .isEqualTo(200);
        assertThat(ana.get(draft + "/legal_name").body()).contains("value=\"Ana\"");
    }

    @Test
    void a_stale_autosave_is_told_so() {
        var left = ana.window(draft + "/legal_name");
        var right = ana.window(draft + "/legal_name");
        ana.autosave(draft + "/legal_name", left, "applicant.name.given", "Ana");

        assertThat(ana.autosave(draft + "/legal_name", right, "applicant.name.given", "Eva")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void a_list_is_added_to_changed_and_taken_from() {
        name("Ana", "Rivera", "yes");
        var added = ana.fill(draft + "/other_names/1", "name.family", "Lopez", "then", "continue");
        assertThat(location(added)).isEqualTo(draft + "/other_names");
        ana.fill(draft + "/other_names/2", "name.family", "Perez", "then", "continue");
        assertThat(ana.get(draft + "/other_names").body()).contains("Another name 1", "Lopez", "Perez", "That is all");

        assertThat(ana.get(draft + "/other_names/1/remove").body()).contains("Remove “Another name 1”?");
        ana.fill(draft + "/other_names/1/remove");
        assertThat(ana.get(draft + "/other_names").body())
                .doesNotContain("Lopez")
                .contains("Another name 1", "Perez");
        assertThat(location(ana.fill(draft + "/other_names", "then", "continue")))
                .isEqualTo(draft + "/where");
    }

    @Test
    void what_is_typed_into_an_entry_that_another_window_removed_is_offered_again() {
        name("Ana", "Rivera", "yes");
        ana.fill(draft + "/other_names/1", "name.family", "Lopez", "then", "continue");
        var open = ana.window(draft + "/other_names/1");
        ana.fill(draft + "/other_names/1/remove");

        var page = ana.post(draft + "/other_names/1", open, "name.family", "Lopez Garcia", "then", "continue");

        assertThat(page.body()).contains("This entry was removed", "value=\"Lopez Garcia\"", "/other_names/2");
    }

    @Test
    void a_question_that_depends_on_the_same_page_says_so_without_scripts() {
        assertThat(ana.get(draft + "/reason").body())
                .contains("Only if your answer to “I am applying for” is", "data-show-when");
    }

    @Test
    void answers_that_are_no_longer_asked_are_kept_but_not_reviewed() {
        ana.fill(
                draft + "/reason",
                "reason",
                "replacement",
                "replacement.what",
                "It fell into the river.",
                "then",
                "leave");
        ana.fill(
                draft + "/reason", "reason", "initial", "replacement.what", "It fell into the river.", "then", "leave");

        assertThat(ana.get(draft + "/review").body()).doesNotContain("river");
        assertThat(ana.get(draft + "/reason").body()).contains("river");
    }

    @Test
    void everything_speaks_spanish() {
        assertThat(ana.get("/es" + draft).body()).contains("Comenzar", "Información sobre usted");
        assertThat(ana.get("/es" + draft + "/birth").body()).contains("Su fecha de nacimiento", "El Salvador");
    }

    @Test
    void deleting_asks_first_and_leaves_nothing() {
        name("Ana", "Rivera");
        assertThat(ana.get(draft + "/delete").body()).contains("Delete this draft?");

        assertThat(location(ana.fill(draft + "/delete"))).isEqualTo("/account");
        assertThat(ana.get(draft).statusCode()).isEqualTo(404);
        assertThat(db.sql(
                                "select count(*) from drafts.draft_page p where not exists (select 1 from drafts.draft d where d.id = p.draft_id)")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void name(String given, String family) {
        name(given, family, "no");
    }

    private void name(String given, String family, String others) {
        ana.fill(
                draft + "/legal_name",
                "applicant.name.given",
                given,
                "applicant.name.family",
                family,
                "applicant.has_other_names",
                others,
                "then",
                "continue");
    }

    private static String[] named(String given, String family) {
        return new String[] {
            "applicant.name.given",
            given,
            "applicant.name.family",
            family,
            "applicant.has_other_names",
            "no",
            "then",
            "continue"
        };
    }

    private Map<String, ? extends @org.jspecify.annotations.Nullable Object> stamp() {
        return db.sql("select rev, touched from drafts.draft where id = :id")
                .param("id", java.util.UUID.fromString(draft.substring(draft.lastIndexOf('/') + 1)))
                .query()
                .singleRow();
    }
}
