package fairway.walls;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.signin.TestSignIn;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is asked for as the place to go next, people stay here. */
@FairwayTest
@Tag("A49")
@Tag("H03")
class RedirectTests {
    private static final List<String> NAMES =
            List.of("to", "next", "returnTo", "return", "url", "continue", "redirect", "back");

    @LocalServerPort
    int port;

    @Autowired
    TestSignIn signIn;

    @Autowired
    Routes routes;

    @Autowired
    Ways ways;

    /** The one page outside, chosen by the operator and by nobody else. */
    @Value("${fairway.ui.exit:https://www.weather.gov/}")
    String exit;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example.org",
                "///evil.example.org",
                "\\\\evil.example.org",
                "/\\evil.example.org",
                "https://evil.example.org/account",
                "https:evil.example.org",
                "javascript:alert(1)",
                "data:text/html,x",
                "/account//evil.example.org",
                "/account/..//evil.example.org",
                "/%2f%2fevil.example.org",
                "/account@evil.example.org",
                "@evil.example.org",
                "/account\r\nLocation: https://evil.example.org",
                "\t//evil.example.org",
                "/account?x=https://evil.example.org"
            })
    void no_address_given_from_outside_leads_out(String target) {
        var value = URLEncoder.encode(target, StandardCharsets.UTF_8);
        var person = Routes.cookies(signIn.person());
        for (var route : routes.reading()) {
            if (route.hasVariables() || route.desk()) {
                continue;
            }
            var all = NAMES.stream().map(name -> name + "=" + value).collect(Collectors.joining("&"));
            var answer = new Wire(port).ask("GET", route.path() + "?" + all, person);
            if (route.pattern().equals("/leave")) {
                assertThat(answer.location()).isEqualTo(exit);
            } else {
                stays(answer);
            }
        }
        var browser = ways.person(port);
        browser.get("/sign-in?to=" + value);
        stays(browser.post("/sign-in", "email", browser.email(), "password", Ways.PASSWORD, "to", target));
        stays(browser.post("/sign-in/code", "code", browser.appCode()));
        assertThat(browser.get("/account/profile").status()).isEqualTo(200);
    }

    private static void stays(Wire.Answer answer) {
        assertThat(answer.header("Location")).doesNotContain("\\").doesNotMatch("(?s)(https?:|javascript:|data:|//).*");
        if (!answer.location().isEmpty()) {
            assertThat(answer.location()).startsWith("/");
        }
        assertThat(answer.header("Refresh")).isEmpty();
        assertThat(answer.body()).doesNotContain("href=\"//evil", "href=\"https://evil", "href=\"javascript:");
    }
}
