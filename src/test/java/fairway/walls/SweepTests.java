package fairway.walls;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.signin.TestSignIn;
import fairway.walls.Routes.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every address of the application, asked as those ask who should get nothing. */
@FairwayTest
class SweepTests {
    /** The pages that open without signing in. A new one belongs here only after somebody thought about it. */
    static final Set<String> OPEN = Set.of(
            "/",
            "/help",
            "/contact",
            "/privacy",
            "/accessibility",
            "/components",
            "/status",
            "/outbox",
            "/forms",
            "/forms/{form}",
            "/sign-in",
            "/sign-in/out",
            "/sign-in/time",
            "/desk/sign-in",
            "/desk/sign-in/out",
            "/desk/sign-in/time",
            "/sign-up",
            "/sign-in/alarm-raised",
            "/sign-in/closed",
            "/sign-in/joined",
            "/sign-in/forgot",
            "/sign-in/forgot/sent",
            "/sign-in/forgot/done",
            "/sign-in/forgot-name",
            "/sign-in/forgot-name/sent",
            "/sign-in/lost",
            "/leave",
            "/help/request",
            "/help/request/sent",
            "/help/request/status",
            "/sign-in/passkey",
            "/desk/sign-in/passkey",
            "/desk/sign-in/join");

    /** Told by other machines, each message with a signature of its own. */
    private static final Set<String> SIGNED_OTHERWISE = Set.of("POST /payments/callback", "POST /delivery/texts");

    private static final Pattern NONCE = Pattern.compile("'nonce-([A-Za-z0-9_-]{22,})'");

    @LocalServerPort
    int port;

    @Autowired
    Routes routes;

    @Autowired
    TestSignIn signIn;

    private final Map<String, TestSignIn.SignedIn> people = new ConcurrentHashMap<>();

    @Test
    @Tag("S14")
    @Tag("H02")
    @Tag("A22")
    void no_change_is_made_without_the_token_of_its_form_however_it_is_sent() {
        var taken = new ArrayList<String>();
        int asked = 0;
        for (var route : routes.changing()) {
            if (SIGNED_OTHERWISE.contains(route.toString())) {
                continue;
            }
            for (var answer : forgeries(route)) {
                asked++;
                if (answer.status() != 403) {
                    taken.add(route + " answered " + answer.status());
                }
            }
        }
        assertThat(asked).isGreaterThan(200);
        assertThat(taken).isEmpty();
    }

    private List<Wire.Answer> forgeries(Route route) {
        var wire = new Wire(port);
        var who = route.desk() ? officer() : person();
        var other = "__Host-csrf=11111111-1111-4111-8111-111111111111";
        var cookies = Routes.cookies(who);
        var path = route.path();
        var autosave = route.autosave() ? "X-Autosave: 1" : "X-Nothing: 1";
        return List.of(
                wire.form(path, "", cookies, autosave),
                wire.form(path, "_csrf=" + who.csrf().replace('A', 'B'), cookies, autosave),
                wire.form(path, "_csrf=" + who.csrf(), cookies.replaceAll("__Host-csrf=[^;]*", other), autosave),
                wire.body("POST", path, "application/json", "{\"_csrf\":\"" + who.csrf() + "\"}", cookies, autosave),
                wire.body("POST", path, "text/plain", "_csrf=" + who.csrf(), cookies, autosave),
                wire.body("POST", path, "multipart/form-data; boundary=x", multipart(), cookies, autosave));
    }

    /** With a token nobody gave out; with ours it would be our own form. */
    private static String multipart() {
        return "--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\nforged\r\n--x--\r\n";
    }

    @Test
    @Tag("A22")
    void signing_in_and_out_need_the_token_of_a_form_too_and_other_methods_are_no_way_around() {
        var wire = new Wire(port);
        var person = person();
        var cookie = Routes.cookies(person);
        assertThat(wire.form("/sign-in", "email=a%40example.org&password=x").status())
                .isEqualTo(403);
        assertThat(wire.form("/sign-out", "", cookie).status()).isEqualTo(403);
        assertThat(wire.ask("GET", "/sign-out", cookie).status()).isIn(404, 405);
        assertThat(wire.ask("GET", "/sign-out?_method=POST", cookie, "X-HTTP-Method-Override: POST")
                        .status())
                .isIn(404, 405);
        assertThat(wire.form("/account/profile?_method=DELETE", "_method=DELETE", cookie, "X-HTTP-Method: DELETE")
                        .status())
                .isEqualTo(403);
        assertThat(wire.ask("GET", "/account/profile", cookie).status()).isEqualTo(200);
    }

    @Test
    @Tag("H01")
    @Tag("A23")
    void every_answer_closes_the_side_doors_of_the_browser() {
        var nonces = new TreeSet<String>();
        int asked = 0;
        for (var route : routes.reading()) {
            var answer = new Wire(port).ask("GET", route.path(), Routes.cookies(route.desk() ? officer() : person()));
            asked++;
            var policy = answer.header("Content-Security-Policy");
            assertThat(policy)
                    .as(route.toString())
                    .contains("default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'")
                    .doesNotContain("unsafe-", "*", "http:");
            var nonce = NONCE.matcher(policy);
            assertThat(nonce.find()).as(route.toString()).isTrue();
            nonces.add(nonce.group(1));
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
            assertThat(answer.header("Server") + answer.header("X-Powered-By")).isEmpty();
            assertThat(answer.body()).as(route.toString()).doesNotContainPattern("<script(?![^>]*(nonce|src)=)");
            assertThat(answer.body()).doesNotContainPattern("(?i)\\son(click|load|error|submit|paste)=|javascript:");
            assertThat(answer.body()).doesNotContainPattern("<[a-z]+[^>]*\\sstyle=");
            assertThat(answer.body()).doesNotContainPattern("target=\"_blank\"(?![^>]*noopener)");
        }
        assertThat(nonces).as("each answer has a nonce of its own").hasSize(asked);
    }

    @Test
    @Tag("H08")
    @Tag("A51")
    void no_signed_in_page_is_kept_and_no_false_ending_makes_one_look_like_a_file() {
        for (var route : routes.reading()) {
            var cookie = Routes.cookies(route.desk() ? officer() : person());
            var answer = new Wire(port).ask("GET", route.path(), cookie);
            assertThat(answer.header("Cache-Control")).as(route.toString()).contains("no-store");
        }
        var cookie = Routes.cookies(person());
        assertThat(new Wire(port).ask("GET", "/account/profile", cookie).body()).contains("•••@example.org");
        for (var ending :
                List.of("/x.css", ".css", ";x.css", "/..;/x.css", "%2f..%2fx.css", "/.js", "%00.png", "%3bx.css")) {
            var answer = new Wire(port).ask("GET", "/account/profile" + ending, cookie);
            assertThat(answer.status()).as(ending).isIn(400, 404);
            assertThat(answer.header("Cache-Control")).as(ending).contains("no-store");
            assertThat(answer.body()).as(ending).doesNotContain("•••@example.org");
        }
    }

    @Test
    @Tag("S15")
    void every_page_of_a_signed_in_person_or_officer_shows_how_to_sign_out() {
        int shown = 0;
        for (var route : routes.reading()) {
            if (route.hasVariables() || route.pattern().matches("(/desk)?/sign-(in|up).*|/error")) {
                continue;
            }
            var answer = new Wire(port).ask("GET", route.path(), Routes.cookies(route.desk() ? officer() : person()));
            if (answer.status() == 200 && !OPEN.contains(route.pattern()) && html(answer)) {
                shown++;
                assertThat(answer.body())
                        .as(route.toString())
                        .contains("action=\"" + (route.desk() ? "/desk" : "") + "/sign-out\"");
            }
        }
        assertThat(shown).isGreaterThanOrEqualTo(3);
    }

    private static boolean html(Wire.Answer answer) {
        return answer.header("Content-Type").startsWith("text/html");
    }

    private TestSignIn.SignedIn person() {
        return people.computeIfAbsent("person", any -> signIn.person());
    }

    private TestSignIn.SignedIn officer() {
        return people.computeIfAbsent("officer", any -> signIn.officer("Olu Officer", "OFFICER", "SUPERVISOR"));
    }
}
