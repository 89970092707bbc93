package fairway.drafts;

import fairway.forms.Edition;
import fairway.forms.Header;
import fairway.legal.LegalText;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Everything a person wants to know before starting a form. */
record Overview(
        Card card, Head head, List<Fee> fees, List<String> papers, LegalText privacy, List<Draft> drafts, long days) {

    /** One fee the form may owe, by its rule. */
    record Fee(
            String name, String why, long cents, @Nullable String remark) {}

    /** The numbers of the edition, and a remark where the agency has not confirmed it. */
    record Head(Header header, @Nullable String remark) {}

    /** A form as people choose it from a list. */
    record Card(
            String form, String number, String title, String purpose, int burden, LocalDate edition, boolean released) {

        static Card of(Edition edition, Locale language) {
            var header = edition.header();
            return new Card(
                    header.form(),
                    header.number(),
                    edition.text(language, "form.title"),
                    edition.text(language, "form.purpose"),
                    header.notice().burdenMinutes(),
                    header.edition(),
                    header.released());
        }

        String path() {
            return "/forms/" + form;
        }

        int hours() {
            return burden / 60;
        }

        int minutes() {
            return burden % 60;
        }
    }
}
