package fairway.walls;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.Browser;
import fairway.FairwayTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Password managers and people who cannot type well are let in by every field of a secret. */
@FairwayTest
class PasswordFieldTests {
    private static final Pattern PASTE =
            Pattern.compile("(?i)on(paste|copy)\\s*=|addEventListener\\(\\s*[\"'](paste|copy)");
    private static final Pattern SECRET = Pattern.compile("<input[^>]*type=\"password\"[^>]*>");

    @LocalServerPort
    int port;

    @Test
    @Tag("P10")
    void no_field_refuses_paste_and_each_tells_password_managers_what_it_is() throws IOException {
        var refusing = new TreeSet<String>();
        for (var folder : new String[] {"src/main/jte", "src/main/resources/static", "assets"}) {
            try (var files = Files.walk(Path.of(folder))) {
                for (var file : files.filter(one -> one.toString().matches(".*\\.(jte|js)"))
                        .toList()) {
                    var text = Files.readString(file);
                    if (PASTE.matcher(text).find()) {
                        refusing.add(file.toString());
                    }
                    SECRET.matcher(text)
                            .results()
                            .filter(field -> !field.group().contains("autocomplete="))
                            .forEach(field -> refusing.add(file + " " + field.group()));
                }
            }
        }
        assertThat(refusing).isEmpty();
    }

    @Test
    @Tag("P10")
    @Tag("P11")
    void a_password_is_pasted_hidden_and_shown_on_demand() {
        try (var browser = Browser.start();
                var window = browser.window(1280)) {
            var page = window.newPage();
            page.navigate("http://localhost:" + port + "/sign-in");
            var password = page.locator("#password");
            assertThat(page.locator("#email").getAttribute("autocomplete")).isEqualTo("username");
            assertThat(password.getAttribute("autocomplete")).isEqualTo("current-password");
            assertThat(password.getAttribute("type")).isEqualTo("password");
            assertThat(
                            password.evaluate(
                                    "field => field.dispatchEvent(new ClipboardEvent('paste', {cancelable: true, bubbles: true}))"))
                    .isEqualTo(true);
            password.fill("Mi casa es azul.");
            var show = page.locator("button[data-reveal=password]");
            show.click();
            assertThat(password.getAttribute("type")).isEqualTo("text");
            assertThat(password.inputValue()).isEqualTo("Mi casa es azul.");
            show.click();
            assertThat(password.getAttribute("type")).isEqualTo("password");
        }
    }
}
