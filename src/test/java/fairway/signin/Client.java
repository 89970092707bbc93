package fairway.signin;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts: keeps cookies, reads form tokens off pages, follows nothing by itself. */
public class Client {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http;
    private final int port;
    public final Map<String, String> cookies = new ConcurrentHashMap<>();
    private String token = "";

    public Client(int port) {
        this(port, HTTP);
    }

    private Client(int port, HttpClient http) {
        this.port = port;
        this.http = http;
    }

    /** A browser somewhere else: every address that begins with 127 is ours. */
    static Client from(String address, int port) {
        try {
            return new Client(
                    port,
                    HttpClient.newBuilder()
                            .localAddress(java.net.InetAddress.getByName(address))
                            .build());
        } catch (java.net.UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The same browser once more, for many posts at once. */
    public Client copy() {
        var copy = new Client(port, http);
        copy.cookies.putAll(cookies);
        copy.token = token;
        return copy;
    }

    public record Answer(
            int status, String location, String body, java.util.List<String> setCookies, String retryAfter) {}

    public Answer get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    /** Posts what the last page's form would post. */
    public Answer post(String path, String... namesAndValues) {
        var fields = new StringBuilder("_csrf=" + encode(token));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.append('&').append(encode(namesAndValues[i])).append('=').append(encode(namesAndValues[i + 1]));
        }
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields.toString())));
    }

    private Answer send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var set = response.headers().allValues("Set-Cookie");
            set.forEach(this::keep);
            var found = TOKEN.matcher(response.body());
            if (found.find()) {
                token = found.group(1);
            }
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Location").orElse(""),
                    response.body(),
                    set,
                    response.headers().firstValue("Retry-After").orElse(""));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String header) {
        var pair = header.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
