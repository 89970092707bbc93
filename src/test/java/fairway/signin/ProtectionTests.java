package fairway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@FairwayTest
@Tag("SEC-8")
class ProtectionTests {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient db;

    @Autowired
    TestSignIn signIn;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void no_post_is_taken_without_its_form_token() throws Exception {
        var person = signIn.person();
        var officer = signIn.officer("Olu Officer", "OFFICER", "SUPERVISOR");
        var taken = new TreeSet<String>();
        int asked = 0;
        for (var mapping : mappings.getHandlerMethods().keySet()) {
            if (!mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST)) {
                continue;
            }
            for (var path : mapping.getPatternValues()) {
                var sample = path.replaceAll("\\{(?:[^{}]|\\{[^}]*})+}", "0193a1b2-0000-7000-8000-000000000000")
                        .replace("**", "x");
                var cookies = path.startsWith("/desk") ? officer.cookies() : person.cookies();
                asked++;
                if (post(sample, cookies, "") != 403) {
                    taken.add(path);
                }
            }
        }
        assertThat(asked).isGreaterThan(20);
        taken.removeAll(List.of(SecurityChains.TOLD_BY_MACHINES));
        assertThat(taken).isEmpty();
    }

    @Test
    void pages_that_are_the_same_for_all_read_and_write_no_cookie() {
        var browser = new Client(port);
        assertThat(browser.get("/").setCookies()).isEmpty();
        assertThat(browser.get("/es").setCookies()).isEmpty();
        long before = sessions();
        for (int i = 0; i < 20; i++) {
            new Client(port).get("/account/profile");
        }
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void a_cookie_of_the_desk_opens_no_persons_page_and_the_other_way_round() {
        var person = signIn.person();
        var officer = signIn.officer("Olu Officer", "OFFICER");
        var browser = new Client(port);
        browser.cookies.put("__Host-session", officer.cookieValue());
        assertThat(browser.get("/account/profile").location()).startsWith("/sign-in");
        browser.cookies.clear();
        browser.cookies.put("__Host-desk", person.cookieValue());
        assertThat(browser.get("/desk").location()).startsWith("/desk/sign-in");
    }

    @Test
    void pages_with_a_session_are_not_kept_by_browsers() throws Exception {
        var person = signIn.person();
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/account/profile"))
                .header("Cookie", person.cookies())
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var headers =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).headers();
            assertThat(headers.firstValue("Cache-Control"))
                    .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
            assertThat(headers.firstValue("Content-Security-Policy")).isPresent();
        }
    }

    private long sessions() {
        return db.sql("select count(*) from signin.session").query(Long.class).single();
    }

    private int post(String path, String cookies, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Cookie", cookies)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
