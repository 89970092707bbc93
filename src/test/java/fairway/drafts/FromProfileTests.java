package fairway.drafts;

import static fairway.drafts.Client.location;
import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.forms.Forms;
import fairway.signin.TestSignIn;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A new draft begins with what its person has told the profile, to be confirmed or changed. */
@FairwayTest
@Tag("FIL-10+")
class FromProfileTests {
    private static final String FROM_PROFILE = "From your profile. It counts once you save this page.";

    @LocalServerPort
    int port;

    @Autowired
    TestSignIn signIn;

    @Autowired
    Forms forms;

    @Autowired
    Drafts drafts;

    private Client ana = new Client(0, new TestSignIn.SignedIn(new UUID(0, 0), "", "", ""));
    private String draft = "";

    @BeforeEach
    void a_person_with_a_profile_starts_a_draft() {
        ana = new Client(port, signIn.person());
        ana.post(
                "/account/profile/name",
                ana.window("/account/profile/name"),
                "name.family",
                "Quintanilla",
                "name.given",
                "Ana",
                "born.year",
                "1986",
                "born.month",
                "4",
                "born.day",
                "28");
        draft = location(ana.fill("/forms/i-765/start"));
    }

    @Test
    void what_the_profile_knows_stands_on_the_page_and_says_where_it_comes_from() {
        var page = ana.get(path("applicant.name")).body();
        assertThat(page).contains("value=\"Quintanilla\"", "value=\"Ana\"", FROM_PROFILE);
        assertThat(ana.get("/es" + path("applicant.name")).body()).contains("De su perfil.");
        assertThat(ana.get(path("contact.email")).body())
                .contains("value=\"" + ana.person().email() + "\"", FROM_PROFILE);
    }

    @Test
    void nothing_of_it_is_answered_before_the_page_is_saved() {
        ana.get(path("applicant.name"));
        assertThat(answers()).doesNotContain("Quintanilla");
        ana.fill(
                path("applicant.name"),
                "applicant.name.family",
                "Quintanilla",
                "applicant.name.given",
                "Ana",
                "then",
                "leave");
        assertThat(answers()).contains("Quintanilla");
    }

    @Test
    void what_the_person_changed_or_left_blank_is_not_filled_in_again() {
        ana.fill(path("applicant.name"), "applicant.name.family", "Ruiz", "then", "leave");
        assertThat(ana.get(path("applicant.name")).body())
                .contains("value=\"Ruiz\"")
                .doesNotContain("value=\"Quintanilla\"", FROM_PROFILE);
        ana.fill(path("applicant.dob"), "then", "leave");
        assertThat(ana.get(path("applicant.dob")).body()).doesNotContain("value=\"1986\"", FROM_PROFILE);
    }

    private String path(String item) {
        var edition = forms.edition("i-765", "2025-08-21");
        return draft + "/" + edition.pageOf(item).orElseThrow().id();
    }

    private String answers() {
        var id = UUID.fromString(draft.substring(draft.lastIndexOf('/') + 1));
        var account = ana.person().account();
        return drafts.answers(drafts.open(account, id), Locale.ENGLISH).toString();
    }
}
