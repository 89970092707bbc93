package fairway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class MailHtmlTests {
    @Test
    void words_are_escaped_and_addresses_become_links() {
        assertThat(MailHtml.linked("Hi <b>Ana</b>,\nsee http://localhost:8080/confirm?token=a&x=1.", ""))
                .isEqualTo("Hi &lt;b&gt;Ana&lt;/b&gt;,<br>\n"
                        + "see <a href=\"http://localhost:8080/confirm?token=a&amp;x=1\">"
                        + "http://localhost:8080/confirm?token=a&amp;x=1</a>.");
    }

    @Test
    void an_address_of_ours_leads_to_the_host_it_is_read_on() {
        assertThat(MailHtml.linked("http://localhost:8080/case", "http://localhost:8080"))
                .isEqualTo("<a href=\"/case\">http://localhost:8080/case</a>");
        assertThat(MailHtml.linked("http://localhost:80801/case", "http://localhost:8080"))
                .startsWith("<a href=\"http://localhost:80801/case\">");
    }

    @Test
    void a_mail_says_its_language_and_fetches_nothing() {
        assertThat(MailHtml.of(Locale.of("es"), "Su código", "Uno\n\nDos"))
                .contains("<html lang=\"es\">", "<p>Uno</p>", "<p>Dos</p>", "<title>Su código</title>")
                .doesNotContain("src=", "<script", "<link");
    }
}
