package fairway.walls;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.signin.TestSignIn;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Strange methods, and requests written so that two machines in a row would read them differently. */
@FairwayTest
@Tag("A54")
class MethodTests {
    @LocalServerPort
    int port;

    @Autowired
    Routes routes;

    @Autowired
    TestSignIn signIn;

    @Test
    void methods_without_use_are_refused_everywhere_and_echo_nothing() {
        var wire = new Wire(port);
        for (var page : List.of("/", "/sign-in", "/account", "/desk", "/status", "/assets/x", "/error")) {
            for (var method : List.of("TRACE", "TRACK", "CONNECT", "PROPFIND", "DEBUG", "GET_", "get")) {
                var answer = wire.ask(method, page, "X-Secret: do-not-echo");
                assertThat(answer.status()).as(method + " " + page).isIn(0, 400, 403, 404, 405, 501);
                assertThat(answer.body()).doesNotContain("do-not-echo");
            }
        }
    }

    @Test
    void pages_that_only_take_forms_are_not_opened_by_other_methods() {
        var wire = new Wire(port);
        var person = Routes.cookies(signIn.person());
        var officer = Routes.cookies(signIn.officer("Olu Officer", "OFFICER"));
        var readable = routes.reading().stream().map(Routes.Route::path).toList();
        for (var route : routes.changing()) {
            var who = route.desk() ? officer : person;
            if (!readable.contains(route.path())) {
                assertThat(wire.ask("HEAD", route.path(), who).status())
                        .as("HEAD " + route)
                        .isIn(303, 400, 404, 405);
            }
            for (var method : List.of("PUT", "PATCH", "DELETE")) {
                assertThat(wire.ask(method, route.path(), who).status())
                        .as(method + " " + route)
                        .isIn(403, 404, 405);
            }
        }
    }

    @Test
    void a_request_with_two_lengths_or_a_length_and_chunks_is_refused() {
        var wire = new Wire(port);
        var head = List.of("POST /sign-in HTTP/1.1", "Host: localhost");
        assertThat(smuggled(wire, head, "Content-Length: 5", "Transfer-Encoding: chunked"))
                .isEqualTo(400);
        assertThat(smuggled(wire, head, "Content-Length: 5", "Content-Length: 6"))
                .isEqualTo(400);
        assertThat(smuggled(wire, head, "Content-Length: +5")).isEqualTo(400);
        assertThat(smuggled(wire, head, "Content-Length: 5, 6")).isEqualTo(400);
        assertThat(smuggled(wire, head, "Content-Length: -1")).isEqualTo(400);
        assertThat(smuggled(wire, head, "Transfer-Encoding: chunked, identity")).isEqualTo(400);
        assertThat(smuggled(wire, head, "Transfer-Encoding: xchunked")).isIn(400, 501);
        assertThat(smuggled(wire, head, "Transfer-Encoding : chunked")).isEqualTo(400);
        assertThat(smuggled(wire, head, " folded: header")).isEqualTo(400);
        assertThat(smuggled(wire, head, "X-Bare: one\rX-Other: two")).isEqualTo(400);
    }

    @Test
    void the_second_request_hidden_in_a_first_one_is_not_answered() {
        var hidden = "GET /sign-in/time HTTP/1.1\r\nHost: localhost\r\n\r\n";
        var answer = new Wire(port)
                .raw("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + hidden.length()
                        + "\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("seconds", "HTTP/1.1");
    }

    @Test
    void endless_heads_are_cut_off() {
        var wire = new Wire(port);
        assertThat(wire.ask("GET", "/" + "a".repeat(20_000)).status()).isIn(400, 414);
        assertThat(wire.ask("GET", "/", "X-Long: " + "a".repeat(20_000)).status())
                .isIn(400, 431);
    }

    private static int smuggled(Wire wire, List<String> head, String... more) {
        var lines = new java.util.ArrayList<>(head);
        lines.addAll(List.of(more));
        lines.add("Connection: close");
        return wire.send(lines, "0\r\n\r\n").status();
    }
}
