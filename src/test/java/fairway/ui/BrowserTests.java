package fairway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fairway.Axe;
import fairway.Browser;
import fairway.FairwayTest;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@FairwayTest
class BrowserTests {
    private static final List<String> PAGES =
            List.of("/", "/help", "/contact", "/privacy", "/accessibility", "/error", "/components");

    @SuppressWarnings("NullAway.Init")
    private static Browser browser;

    @LocalServerPort
    int port;

    @BeforeAll
    static void open() {
        browser = Browser.start();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void every_page_is_accessible_in_every_language() {
        var faults = new TreeSet<String>();
        try (var window = browser.window(1280)) {
            var page = window.newPage();
            for (var address : PAGES) {
                for (var prefix : List.of("", "/es")) {
                    page.navigate(at(prefix + address));
                    Axe.faults(page).forEach(fault -> faults.add(prefix + address + " " + fault));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void nothing_sticks_out_of_a_narrow_page_and_the_policy_refuses_nothing() {
        var faults = new TreeSet<String>();
        try (var window = browser.window(320)) {
            var page = window.newPage();
            page.onConsoleMessage(message -> {
                if (message.text().contains("Content Security Policy")) {
                    faults.add(page.url() + " " + message.text());
                }
            });
            for (var address : PAGES) {
                for (var prefix : List.of("", "/es")) {
                    page.navigate(at(prefix + address));
                    if (!(boolean) page.evaluate("document.documentElement.scrollWidth <= 320")) {
                        faults.add(prefix + address + " is wider than 320 pixels");
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void the_script_helps() {
        try (var window = browser.window(1280)) {
            var page = window.newPage();
            page.navigate(at("/components"));
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("problems");
            page.locator("#problems a").first().click();
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("family");
            page.locator("#password").fill("Mi casa");
            assertThat(met(page)).containsExactly("upper", "lower", "special");
            page.locator("[data-reveal]").click();
            assertThat(page.locator("#password").getAttribute("type")).isEqualTo("text");
        }
    }

    @Test
    void the_home_page_works_without_scripts() {
        try (var window = browser.window(360, false)) {
            var page = window.newPage();
            page.navigate(at("/es"));
            page.locator("#receipt").fill("fwy 0123-456-789");
            Browser.follow(page.locator("form button"));
            assertThat(page.url()).matches(Pattern.compile(".*/es/status\\?receipt=.*"));
        }
    }

    private static List<String> met(Page page) {
        return page.locator("[data-rule].is-met").all().stream()
                .map(line -> line.getAttribute("data-rule"))
                .toList();
    }

    private String at(String address) {
        return "http://localhost:" + port + address;
    }
}
