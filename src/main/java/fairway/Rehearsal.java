package fairway;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** A visitor to a start that nobody uses, so that the JVM may remember what people need first for later starts. */
final class Rehearsal {
    private static final int ROUNDS = 40;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final List<String> PAGES = List.of(
            "/",
            "/es",
            "/help",
            "/sign-in",
            "/sign-up",
            "/forms",
            "/forms/i-765",
            "/status?receipt=FWY0123456789",
            "/account",
            "/desk",
            "/outbox");

    private final String address;

    Rehearsal(int port) {
        this.address = "http://localhost:" + port;
    }

    void run() throws IOException {
        try (var http = HttpClient.newHttpClient()) {
            for (int i = 0; i < ROUNDS; i++) {
                for (var page : PAGES) {
                    http.send(request(page).build(), HttpResponse.BodyHandlers.ofString());
                }
            }
            signIn(http);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted during the rehearsal", e);
        }
    }

    /** Nobody’s password, for the sake of the hash. */
    private void signIn(HttpClient http) throws IOException, InterruptedException {
        var page = http.send(request("/sign-in").build(), HttpResponse.BodyHandlers.ofString());
        var token = TOKEN.matcher(page.body());
        if (!token.find()) {
            throw new IOException("The sign-in page has no form");
        }
        var cookie = page.headers().firstValue("Set-Cookie").orElse("").split(";", 2)[0];
        var form = "_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)
                + "&email=nobody%40example.org&password=nobody-at-all";
        http.send(
                request("/sign-in")
                        .header("Cookie", cookie)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    private HttpRequest.Builder request(String page) {
        return HttpRequest.newBuilder(URI.create(address + page));
    }
}
