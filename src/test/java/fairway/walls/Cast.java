package fairway.walls;

import fairway.signin.TestSignIn;
import fairway.signin.TestSignIn.SignedIn;
import fairway.walls.Routes.Route;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Asks pages as everybody in {@link Who}, and says what of an answer somebody can tell from another. */
final class Cast {
    private static final Pattern ENTRY = Pattern.compile("(/es)?((/desk)?/sign-(in|up|out).*|/help/request.*)");

    private final int port;
    private final Map<Who, SignedIn> people = new EnumMap<>(Who.class);

    Cast(int port) {
        this.port = port;
    }

    void put(Who who, SignedIn in) {
        people.put(who, in);
    }

    Map<Who, SignedIn> people() {
        return people;
    }

    Wire.Answer ask(Route route, String path, Who who) {
        var wire = new Wire(port);
        var in = Objects.requireNonNull(people.get(who));
        var cookies = "Cookie: " + in.cookieName() + "=" + in.cookieValue() + "; " + TestSignIn.csrfCookie();
        if (!route.changes()) {
            return wire.ask("GET", path, cookies);
        }
        return route.multipart() || route.pattern().endsWith("/files")
                ? wire.upload(path, TestSignIn.csrf(), "x.png", Belongings.picture(), cookies)
                : wire.form(
                        path,
                        "_csrf=" + TestSignIn.csrf() + "&version=1&act=delete&value=x&_sign=x",
                        cookies,
                        route.autosave() ? "X-Autosave: 1" : "X-Nothing: 1");
    }

    /** A redirect that ends anywhere but on a page that is open or part of getting in. */
    boolean leadsIn(Wire.Answer answer, Who who) {
        var in = Objects.requireNonNull(people.get(who));
        var at = answer;
        var location = "";
        for (int hops = 0; hops < 4 && at.status() == 303; hops++) {
            location = at.location();
            at = new Wire(port).ask("GET", location, "Cookie: " + in.cookies());
        }
        var page = location.replaceAll("[?].*", "");
        return at.status() == 303
                || (at.status() == 200
                        && !location.isEmpty()
                        && !SweepTests.OPEN.contains(page)
                        && !ENTRY.matcher(page).matches());
    }

    /** What somebody can tell apart, without what is new in every answer and what they said themselves. */
    static String plain(Wire.Answer answer, String path) {
        var headers = new TreeMap<>(answer.headers());
        headers.remove("date");
        var encoded = path.replace("/", "%2F");
        var text = answer.status() + "\n" + answer.location() + "\n" + headers + "\n" + answer.body();
        return text.replace(path, "PATH")
                .replace(encoded, "PATH")
                .replaceAll("nonce-[A-Za-z0-9_-]+", "nonce")
                .replaceAll("(nonce|value)=\"[^\"]*\"", "")
                .replaceAll("__Host-([a-z-]+)=[^;\\]]*", "$1")
                .replaceAll("kept=[^\"&\n]*", "kept");
    }

    /** Whether the page let them in, whatever it says there. */
    static boolean in(Wire.Answer answer) {
        return !Set.of(0, 401, 403, 404, 405, 500, 503).contains(answer.status())
                && !answer.location().matches("(/desk)?/sign-in([?/].*)?");
    }
}
