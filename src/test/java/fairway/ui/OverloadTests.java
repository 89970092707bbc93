package fairway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.signin.TestSignIn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Its own application with few connections: the pool notices another patience only after half a minute. */
@FairwayTest
@TestPropertySource(
        properties = {
            "spring.datasource.hikari.connection-timeout=1000",
            "spring.datasource.hikari.maximum-pool-size=4",
            "spring.datasource.hikari.minimum-idle=4"
        })
@DirtiesContext
class OverloadTests {
    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    DataSource database;

    @Autowired
    TestSignIn people;

    @Value("${spring.datasource.hikari.maximum-pool-size}")
    int connections;

    @Test
    void without_a_free_connection_every_page_that_needs_one_asks_to_come_back() throws Exception {
        var ana = people.person().cookies();
        assertThat(get("/account", ana).statusCode()).isEqualTo(200);
        try (var _ = new AllConnections()) {
            asksToComeBack(get("/account", ana), "try again", "lang=\"en\"");
            asksToComeBack(get("/es/account", ana), "de nuevo", "lang=\"es\"");
            asksToComeBack(get("/status?receipt=FWY0123456789", ""), "try again", "lang=\"en\"");
            assertThat(get("/", "").statusCode()).isEqualTo(200);
            assertThat(get("/help", "").statusCode()).isEqualTo(200);
        }
        assertThat(get("/account", ana).statusCode()).isEqualTo(200);
    }

    private static void asksToComeBack(HttpResponse<String> answer, String... words) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("10");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(answer.body()).contains(words).contains("<h1>").doesNotContain("Exception", "java.", "org.");
    }

    /** Somebody else has every connection there is. */
    private final class AllConnections implements AutoCloseable {
        private final ArrayList<Connection> taken = new ArrayList<>();

        AllConnections() throws SQLException {
            for (int i = 0; i < connections; i++) {
                taken.add(database.getConnection());
            }
        }

        @Override
        public void close() throws SQLException {
            for (var connection : taken) {
                connection.close();
            }
        }
    }

    private HttpResponse<String> get(String address, String cookies) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .header("Cookie", cookies.isEmpty() ? "none=none" : cookies)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
