package fairway.drafts;

import fairway.signin.TestSignIn;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/** A browser without scripts or memory: asks for pages, fills in forms, follows nothing by itself. */
public final class Client {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern WARNING = Pattern.compile("name=\"(accept\\.[^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final TestSignIn.SignedIn person;

    public Client(int port, TestSignIn.SignedIn person) {
        this.base = "http://localhost:" + port;
        this.person = person;
    }

    public TestSignIn.SignedIn person() {
        return person;
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).header("Cookie", person.cookies()));
    }

    /** The page a form is on, as one window sees it: several posts from one carry the same hidden fields. */
    public Map<String, String> window(String path) {
        return hidden(get(path).body());
    }

    public static Map<String, String> hidden(String page) {
        var hidden = new LinkedHashMap<String, String>();
        var form = page.substring(Math.max(0, page.indexOf("<main")));
        HIDDEN.matcher(form).results().forEach(found -> {
            if (!found.group(1).equals("_asked")) {
                hidden.put(found.group(1), HtmlUtils.htmlUnescape(found.group(2)));
            }
        });
        var asked = HIDDEN.matcher(form)
                .results()
                .filter(found -> found.group(1).equals("_asked"))
                .map(found -> HtmlUtils.htmlUnescape(found.group(2)))
                .collect(Collectors.joining("\n"));
        hidden.put("_asked", asked);
        return hidden;
    }

    public HttpResponse<String> post(String path, Map<String, String> window, String... namesAndValues) {
        return send(posting(path, window, namesAndValues));
    }

    public HttpResponse<String> autosave(String path, Map<String, String> window, String... namesAndValues) {
        return send(posting(path, window, namesAndValues).header("X-Autosave", "1"));
    }

    /** Opens the page and sends it filled in. */
    public HttpResponse<String> fill(String path, String... namesAndValues) {
        return post(path, window(path), namesAndValues);
    }

    /** Reads the review and ticks every warning on it. */
    public HttpResponse<String> acceptAll(String draft) {
        var ticks = WARNING.matcher(get(draft + "/review").body())
                .results()
                .flatMap(found -> Stream.of(found.group(1), "yes"))
                .toArray(String[]::new);
        return fill(draft + "/review", ticks);
    }

    private HttpRequest.Builder posting(String path, Map<String, String> window, String... namesAndValues) {
        var body = new StringBuilder(body(person, window));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.append('&').append(encode(namesAndValues[i])).append('=').append(encode(namesAndValues[i + 1]));
        }
        return HttpRequest.newBuilder(uri(path))
                .header("Cookie", person.cookies())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    /** The hidden and typed fields of a window as they are sent. */
    public static String body(TestSignIn.SignedIn person, Map<String, String> window) {
        var body = new StringBuilder("_csrf=").append(encode(person.csrf()));
        window.forEach((name, value) -> {
            if (!name.equals("_csrf")) {
                for (var one : value.split("\n", -1)) {
                    body.append('&').append(encode(name)).append('=').append(encode(one));
                }
            }
        });
        return body.toString();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(where -> where.startsWith("http")
                        ? URI.create(where).getRawPath()
                                + (URI.create(where).getRawQuery() == null
                                        ? ""
                                        : "?" + URI.create(where).getRawQuery())
                        : where)
                .orElse("");
    }

    private URI uri(String path) {
        return URI.create(path.startsWith("http") ? path : base + path);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
