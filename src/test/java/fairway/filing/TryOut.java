package fairway.filing;

import static fairway.drafts.Client.location;
import static org.assertj.core.api.Assertions.assertThat;

import fairway.drafts.Client;
import java.net.http.HttpResponse;

/** A draft of the invented form, filled in. */
record TryOut(Client person, String draft) {
    void accept() {
        assertThat(location(person.acceptAll(draft))).isEqualTo(draft + "/sign");
    }

    HttpResponse<String> sign(String name) {
        return person.fill(draft + "/sign", "name", name, "agree", "yes");
    }

    void answer(String category, String income) {
        page("category", "category", category);
        page("reason", "reason", "initial");
        page(
                "legal_name",
                "applicant.name.given",
                "Ana",
                "applicant.name.family",
                "Rivera",
                "applicant.has_other_names",
                "no");
        page(
                "where",
                "applicant.address.country",
                "SV",
                "applicant.address.street",
                "Calle 1",
                "applicant.address.city",
                "San Salvador",
                "applicant.same",
                "yes");
        page(
                "birth",
                "applicant.dob.day",
                "2",
                "applicant.dob.month",
                "4",
                "applicant.dob.year",
                "1990",
                "applicant.country",
                "SV");
        page("numbers", "applicant.a_number~", "none");
        page("money", "applicant.income", income);
        page("statement", "statement.language_mode", "read_english", "statement.preparer_used", "no");
    }

    private void page(String page, String... answers) {
        var all = new java.util.ArrayList<>(java.util.List.of(answers));
        all.add("then");
        all.add("continue");
        person.fill(draft + "/" + page, all.toArray(String[]::new));
    }
}
