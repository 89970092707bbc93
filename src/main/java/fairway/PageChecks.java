package fairway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What open pages tell a browser: headers on every answer, and how cookies are set. */
final class PageChecks {
    private static final List<String> PAGES = List.of("/", "/sign-in", "/sign-up", "/help", "/status", "/no-such-page");
    private static final List<String> OF_COOKIES = List.of("Secure", "HttpOnly", "SameSite=Lax", "Path=/");
    /** By name, what each answer's header must hold. */
    private static final Map<String, String> HEADERS = headers();

    private final URI address;

    PageChecks(URI address) {
        this.address = address;
    }

    List<Finding> look() {
        var found = new ArrayList<Finding>();
        try (var http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            var answers = new LinkedHashMap<String, HttpResponse<Void>>();
            for (var page : PAGES) {
                answers.put(page, ask(http, page));
            }
            HEADERS.forEach((name, value) -> found.add(header(answers, name, value)));
            found.add(
                    address.getScheme().equals("https")
                            ? header(answers, "Strict-Transport-Security", "max-age=31536000")
                            : Finding.unknown(
                                    "headers",
                                    "Strict-Transport-Security is sent over TLS only; give --url https://… to see it"));
            found.addAll(cookies(answers));
        } catch (IOException e) {
            found.add(Finding.of("pages", false, "no answer from " + address + ": " + Start.firstLine(e)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            found.add(Finding.unknown("pages", "interrupted"));
        }
        return found;
    }

    private HttpResponse<Void> ask(HttpClient http, String page) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(address.resolve(page))
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    private static Finding header(Map<String, HttpResponse<Void>> answers, String name, String value) {
        var without = answers.entrySet().stream()
                .filter(answer ->
                        answer.getValue().headers().allValues(name).stream().noneMatch(seen -> seen.contains(value)))
                .map(Map.Entry::getKey)
                .toList();
        return Finding.of(
                "headers",
                without.isEmpty(),
                without.isEmpty() ? name + " on every page asked" : name + " (" + value + ") is missing on " + without);
    }

    private static List<Finding> cookies(Map<String, HttpResponse<Void>> answers) {
        var found = new ArrayList<Finding>();
        var names = new TreeSet<String>();
        answers.forEach((page, answer) -> {
            for (var cookie : answer.headers().allValues("Set-Cookie")) {
                var name = cookie.split("=", 2)[0];
                var lacks = OF_COOKIES.stream()
                        .filter(part -> !cookie.contains(part))
                        .filter(part -> !(part.equals("HttpOnly") && name.equals("__Host-csrf")))
                        .toList();
                if (!name.startsWith("__Host-") || !lacks.isEmpty()) {
                    found.add(Finding.of("cookies", false, name + " on " + page + " lacks __Host- or one of " + lacks));
                }
                names.add(name);
            }
        });
        if (found.isEmpty()) {
            found.add(Finding.of("cookies", true, names + " are bound to this host, Secure and SameSite"));
        }
        return found;
    }

    private static Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Security-Policy", "default-src 'none'");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "same-origin");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Permissions-Policy", "camera=()");
        return headers;
    }
}
