package fairway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestJobs;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@FairwayTest
class OutboxPagesTests {
    @Autowired
    Delivery delivery;

    @Autowired
    TestJobs jobs;

    @LocalServerPort
    int port;

    private final String address = "o" + UUID.randomUUID() + "@example.org";

    @Test
    void the_outbox_shows_what_went_to_an_address_with_links_to_follow() throws Exception {
        delivery.send(Samples.email(address));
        delivery.send(Samples.message(Channel.TEXT, address, Purpose.CASE));
        delivery.send(Samples.message(Channel.LETTER, address, Purpose.CASE));
        jobs.runDue();
        var shown = get("/outbox?to=" + address);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body())
                .contains("data-channel=\"EMAIL\"", "data-channel=\"TEXT\"", "data-channel=\"LETTER\"")
                .contains("<a href=\"/cases/1?a=b&amp;c=d\">")
                .contains("News about your &lt;case&gt;")
                .doesNotContain("<case>");
        assertThat(get("/es/outbox?to=" + address).body()).contains("Bandeja de salida", "Carta");
        assertThat(get("/outbox?to=nobody-" + address).body()).contains("No messages yet");
    }

    @Test
    void nobody_sees_it_through_a_proxy_or_under_another_name() throws Exception {
        assertThat(get("/outbox", "X-Forwarded-For", "203.0.113.9").statusCode())
                .isNotEqualTo(200);
        assertThat(get("/outbox", "Forwarded", "for=203.0.113.9").statusCode()).isNotEqualTo(200);
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
