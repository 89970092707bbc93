package fairway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.identity.Accounts;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept of people whose session ended may not become a place where anybody keeps anything. */
@FairwayTest
@Tag("A41")
class KeptPostsTests {
    private static final String PATH = "/drafts/7/page";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    private Client browser = new Client(0);

    @BeforeEach
    void signedOut() {
        clock.set(TestClock.START);
        browser = new Client(port);
        browser.get("/sign-in");
    }

    @AfterEach
    void now() {
        clock.set(TestClock.START);
    }

    @Test
    void a_mark_that_we_did_not_make_keeps_nothing() {
        var mark = accounts.ownerMark(UUID.randomUUID());
        var other = accounts.ownerMark(UUID.randomUUID());
        for (var invented : List.of(
                "A".repeat(43),
                mark.substring(0, 20) + other.substring(20),
                (mark.startsWith("A") ? "B" : "A") + mark.substring(1),
                mark + "=",
                "")) {
            assertThat(browser.post(PATH, "_owner", invented, "typed", "x").location())
                    .isEqualTo("/sign-in");
            assertThat(kept(invented)).isEmpty();
        }
        assertThat(new Client(port).post(PATH, "_owner", "A".repeat(43)).status())
                .as("not even with a token")
                .isEqualTo(403);
        assertThat(browser.post(PATH, "_owner", mark, "typed", "x").location()).isEqualTo("/sign-in?kept");
        assertThat(kept(mark)).hasSize(1);
    }

    @Test
    void of_one_account_the_latest_ten_are_kept() {
        var mark = accounts.ownerMark(UUID.randomUUID());
        for (int i = 0; i < 13; i++) {
            clock.advance(Duration.ofSeconds(1));
            browser.post(PATH + i, "_owner", mark, "typed", "x");
        }
        assertThat(kept(mark)).hasSize(10).startsWith(PATH + 12).endsWith(PATH + 3);
    }

    private List<String> kept(String mark) {
        return db.sql("select path from signin.parked_post where owner = :owner order by parked_at desc")
                .param("owner", mark)
                .query((row, n) -> row.getString(1))
                .list();
    }
}
