package fairway.walls;

import fairway.signin.TestSignIn.SignedIn;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** A browser without scripts over the bare wire: keeps cookies and what the last page's forms carry hidden. */
final class Visitor {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final Wire wire;
    private final String email;
    private final UUID account;
    private final @Nullable Ways ways;
    final Map<String, String> cookies = new ConcurrentHashMap<>();
    private final List<String[]> hidden = new ArrayList<>();
    private final AtomicReference<String> agent = new AtomicReference<>("Mozilla/5.0 (X11; Linux) Chrome/130");

    Visitor(Wire wire, String email, UUID account, @Nullable Ways ways) {
        this.wire = wire;
        this.email = email;
        this.account = account;
        this.ways = ways;
    }

    /** A browser of somebody who is signed in already. */
    static Visitor of(int port, SignedIn who) {
        var visitor = new Visitor(new Wire(port), who.email(), who.account(), null);
        visitor.cookies.put(who.cookieName(), who.cookieValue());
        return visitor;
    }

    /** The same person in another browser. */
    Visitor elsewhere() {
        return new Visitor(wire, email, account, ways);
    }

    String email() {
        return email;
    }

    UUID account() {
        return account;
    }

    String appCode() {
        return Objects.requireNonNull(ways).appCode();
    }

    Wire.Answer get(String path, String... headers) {
        return keep(wire.ask("GET", path, with(headers)));
    }

    /** Opens a page and sends its form with all it carries hidden. */
    Wire.Answer fill(String page, String... namesAndValues) {
        get(page);
        return send(page, true, namesAndValues);
    }

    /** Only the token of the last form and these. */
    Wire.Answer post(String path, String... namesAndValues) {
        return send(path, false, namesAndValues);
    }

    private Wire.Answer send(String path, boolean whole, String... namesAndValues) {
        var form = new ArrayList<String>();
        for (var field : hidden) {
            if (whole || field[0].equals("_csrf")) {
                form.add(encode(field[0]) + "=" + encode(field[1]));
                if (field[0].equals("_csrf") && !whole) {
                    break;
                }
            }
        }
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.add(encode(namesAndValues[i]) + "=" + encode(namesAndValues[i + 1]));
        }
        return keep(wire.form(path, String.join("&", form), with()));
    }

    /** Bytes as they are, with the token in front. */
    Wire.Answer raw(String path, String form) {
        var token = hidden.stream()
                .filter(field -> field[0].equals("_csrf"))
                .findFirst()
                .orElseThrow()[1];
        return keep(wire.form(path, "_csrf=" + encode(token) + "&" + form, with()));
    }

    /** One file, as the form of a slot sends it. */
    Wire.Answer upload(String path, String name, byte[] file) {
        return keep(wire.upload(path, token(), name, file, with()));
    }

    /** What this browser says it is from now on. */
    void agent(String name) {
        agent.set(name);
    }

    private String token() {
        return hidden.stream()
                .filter(field -> field[0].equals("_csrf"))
                .findFirst()
                .orElseThrow()[1];
    }

    String[] with(String... headers) {
        var all = new ArrayList<>(List.of(headers));
        all.add("User-Agent: " + agent.get());
        if (!cookies.isEmpty()) {
            all.add("Cookie: "
                    + cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return all.toArray(String[]::new);
    }

    private Wire.Answer keep(Wire.Answer answer) {
        for (var set : answer.cookies()) {
            var pair = set.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        int main = answer.body().indexOf("<main");
        var found = HIDDEN.matcher(main < 0 ? answer.body() : answer.body().substring(main))
                .results()
                .map(one -> new String[] {HtmlUtils.htmlUnescape(one.group(1)), HtmlUtils.htmlUnescape(one.group(2))})
                .toList();
        if (!found.isEmpty()) {
            hidden.clear();
            hidden.addAll(found);
        }
        return answer;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
