package fairway.walls;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestJobs;
import fairway.signin.TestSignIn;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A foreign name of this host changes no link, whichever way it is smuggled in. */
@FairwayTest
@Tag("A14")
class HostTests {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient db;

    @Autowired
    TestJobs jobs;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example.org",
                "localhost.evil.example.org",
                "localhost@evil.example.org",
                "evil.example.org:8080",
                "localhost:80@evil.example.org",
                "xn--lcalhost-x1a",
                "localhost evil.example.org",
                "2130706433"
            })
    void a_name_that_is_not_ours_is_refused(String host) {
        for (var page : List.of("/", "/sign-in", "/sign-up", "/status", "/assets/x", "/desk")) {
            var answer =
                    new Wire(port).send(List.of("GET " + page + " HTTP/1.1", "Host: " + host, "Connection: close"), "");
            assertThat(answer.status()).as(page).isEqualTo(400);
            assertThat(answer.body()).contains("We did not understand that").doesNotContain("evil.example");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        }
    }

    @Test
    void two_names_no_name_and_a_foreign_name_in_the_first_line_are_refused() {
        var wire = new Wire(port);
        var ours = "Host: localhost:" + port;
        assertThat(wire.send(List.of("GET / HTTP/1.1", ours, "Host: evil.example.org", "Connection: close"), "")
                        .status())
                .isEqualTo(400);
        assertThat(wire.send(List.of("GET / HTTP/1.1", "Connection: close"), "").status())
                .isEqualTo(400);
        assertThat(wire.send(List.of("GET http://evil.example.org/ HTTP/1.1", ours, "Connection: close"), "")
                        .status())
                .isEqualTo(400);
        assertThat(wire.send(List.of("GET / HTTP/1.1", ours, "Connection: close"), "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void links_in_mails_and_redirects_ignore_what_a_proxy_is_said_to_have_seen() {
        var email = "host." + UUID.randomUUID() + "@example.org";
        var wire = new Wire(port);
        var answer = wire.form(
                "/sign-up",
                "_csrf=" + TestSignIn.csrf() + "&email=" + email.replace("@", "%40"),
                "Cookie: " + TestSignIn.csrfCookie(),
                "X-Forwarded-Host: evil.example.org",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Prefix: /evil",
                "X-Original-URL: /evil",
                "X-Rewrite-URL: /evil",
                "Forwarded: host=evil.example.org;proto=https",
                "Origin: http://localhost:" + port);
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo("/sign-up/sent");
        jobs.runDue();
        var mail = db.sql("select body from delivery.outbox where address = :to")
                .param("to", email)
                .query(String.class)
                .single();
        assertThat(mail).contains("http://localhost:8080/sign-up/confirm/").doesNotContain("evil", "https:");
    }
}
