package fairway.walls;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestJobs;
import fairway.signin.TestSignIn;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who only looks changes nothing: mail scanners, link previews, crawlers. */
@FairwayTest
class ReadingTests {
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s\"<]+(/[^\\s\"<]*)");

    /** The record of reading protected things, and who came from where how often. */
    private static final String[] MAY_GROW = {
        "audit.entry", "audit.pending", "audit.link", "signin.tally", "cases.access"
    };

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient db;

    @Autowired
    TestJobs jobs;

    @Autowired
    Contents contents;

    @Autowired
    Routes routes;

    @Autowired
    TestSignIn signIn;

    @Test
    @Tag("A16")
    @Tag("S13")
    void opening_every_link_of_every_mail_twice_confirms_nothing_and_opens_no_session() {
        var email = "scanned." + UUID.randomUUID() + "@example.org";
        new Wire(port)
                .form(
                        "/sign-up",
                        "_csrf=" + TestSignIn.csrf() + "&email=" + email,
                        "Cookie: " + TestSignIn.csrfCookie());
        jobs.runDue();
        var links = links();
        assertThat(links).anyMatch(link -> link.startsWith("/sign-up/confirm/"));
        var before = contents.marks(MAY_GROW);
        for (var link : links) {
            for (var method : new String[] {"HEAD", "GET", "HEAD", "GET"}) {
                var answer = new Wire(port).ask(method, link);
                assertThat(answer.status()).as(link).isLessThan(500);
                assertThat(answer.cookies()).as(link).noneMatch(ReadingTests::session);
            }
        }
        assertThat(contents.marks(MAY_GROW)).isEqualTo(before);
    }

    @Test
    @Tag("S13")
    @Tag("H02")
    void looking_at_any_page_changes_nothing() {
        var person = Routes.cookies(signIn.person());
        var officer = Routes.cookies(signIn.officer("Olu Officer", "OFFICER", "SUPERVISOR"));
        var before = contents.marks(MAY_GROW);
        for (var route : routes.reading()) {
            var answer = new Wire(port).ask("GET", route.path(), route.desk() ? officer : person);
            assertThat(answer.status()).as(route.toString()).isLessThan(500);
            assertThat(answer.cookies()).as(route.toString()).noneMatch(ReadingTests::session);
            assertThat(contents.marks(MAY_GROW)).as(route.toString()).isEqualTo(before);
        }
    }

    private Set<String> links() {
        var links = new LinkedHashSet<String>();
        for (var body :
                db.sql("select body from delivery.outbox").query(String.class).list()) {
            LINK.matcher(body).results().map(found -> found.group(1)).forEach(links::add);
        }
        return links;
    }

    private static boolean session(String cookie) {
        return cookie.matches("__Host-(session|desk|sign-up)=[^;]+;.*");
    }
}
