package fairway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@FairwayTest
class FrameTests {
    private static final Pattern ASSET = Pattern.compile("/assets/[\\w.-]+");

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/es",
                "/help",
                "/es/help",
                "/contact",
                "/privacy",
                "/accessibility",
                "/components",
                "/error",
                "/es/error",
                "/assets/none.css",
                "/nowhere",
                "/desk/nowhere",
                "/account",
                "/%2e%2e/etc",
                "/a;b"
            })
    @Tag("H01")
    void every_answer_tells_the_browser_what_this_site_never_does(String address) throws Exception {
        var headers = get(address).headers();
        var policy = headers.firstValue("Content-Security-Policy").orElse("");
        assertThat(policy)
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(headers.allValues("Content-Security-Policy")).hasSize(1);
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Permissions-Policy")).isPresent();
        assertThat(headers.firstValue("Cache-Control")).contains("no-store");
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    @Test
    void each_answer_has_a_nonce_of_its_own() throws Exception {
        assertThat(nonce(get("/"))).isNotEqualTo(nonce(get("/"))).hasSize(22);
    }

    @Test
    void files_named_by_their_content_are_kept_for_ever_and_come_packed() throws Exception {
        var style = asset("\\.css");
        var plain = get(style);
        var packed = http.send(
                HttpRequest.newBuilder(uri(style))
                        .header("Accept-Encoding", "gzip")
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(plain.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(packed.body().length).isLessThan(25_000);
        assertThat(get(asset("\\.js")).body().length()).isLessThan(12_000);
    }

    @Test
    void the_first_page_is_light_and_later_ones_lighter() throws Exception {
        var home = get("/").body();
        long whole = home.length();
        var addresses =
                ASSET.matcher(home).results().map(found -> found.group()).collect(Collectors.toSet());
        for (var address : addresses) {
            whole += get(address).body().length();
        }
        assertThat(whole).isLessThan(250_000);
        assertThat(get("/components").body().length()).isLessThan(40_000);
    }

    @Test
    void the_language_link_keeps_the_place() throws Exception {
        assertThat(get("/help?topic=code").body()).contains("href=\"/es/help?topic=code\"");
        assertThat(get("/es/help?topic=code").body())
                .contains("<html lang=\"es\">", "href=\"/help?topic=code\"", "href=\"/es/privacy\"");
        assertThat(get("/es").body()).contains("href=\"/\" lang=\"en\"");
    }

    @Test
    void an_error_page_helps_in_the_language_of_the_page() throws Exception {
        assertThat(get("/assets/none.css").statusCode()).isEqualTo(404);
        assertThat(get("/assets/none.css").body()).contains("We cannot find this page");
        assertThat(get("/es/error").body()).contains("No encontramos esta página");
    }

    @Test
    @Tag("H03")
    void nothing_leaves_the_house() throws Exception {
        for (var address : List.of("/", "/components", "/help")) {
            assertThat(get(address).body()).doesNotContain("http://", "https://", "style=\"", "onclick");
        }
    }

    private static String nonce(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Content-Security-Policy")
                .orElse("")
                .replaceAll(".*'nonce-([^']+)'.*", "$1");
    }

    private String asset(String ending) throws Exception {
        var found = Pattern.compile("/assets/[\\w.-]+" + ending).matcher(get("/").body());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri(address)).build(), BodyHandlers.ofString());
    }

    private URI uri(String address) {
        return URI.create("http://localhost:" + port + address);
    }
}
