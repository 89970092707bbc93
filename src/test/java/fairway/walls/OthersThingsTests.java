package fairway.walls;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.signin.TestSignIn;
import fairway.signin.TestSignIn.SignedIn;
import fairway.walls.Routes.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every address with an identifier, asked by everybody who has no right to it: never more than for one nobody has. */
@FairwayTest
@Tag("A27")
@Tag("E06")
class OthersThingsTests {
    /** No identifier of somebody's thing: a form's name, a secret of its own. */
    private static final Pattern NOT_SOMEBODYS =
            Pattern.compile("/forms/\\{form}.*|/cards/.*|/outbox/.*|.*\\{token\\b.*");

    /** Requests for help are every agent's, so the clerk is no stranger there. */
    private static final Pattern EVERY_AGENTS = Pattern.compile("/desk/help/\\{id\\b.*");

    private static final String NOBODYS = "0193a1b2-0000-7000-8000-000000000000";

    @LocalServerPort
    int port;

    @Autowired
    Routes routes;

    @Autowired
    Belongings belongings;

    @Autowired
    TestSignIn signIn;

    @Autowired
    Contents contents;

    @Autowired
    TestClock clock;

    private Belongings.Things things = new Belongings.Things(
            new SignedIn(new java.util.UUID(0, 0), "", "", ""),
            new SignedIn(new java.util.UUID(0, 0), "", "", ""),
            java.util.Map.of());

    @BeforeEach
    void somebody_with_everything() {
        clock.set(TestClock.START);
        things = belongings.withSealed(belongings.of(port));
    }

    @Test
    void each_address_with_an_identifier_is_known_to_this_test() {
        var unknown = new TreeSet<String>();
        for (var route : somebodys()) {
            for (var variable : route.variables()) {
                if (!things.knows(route.pattern(), variable)) {
                    unknown.add(route + " {" + variable + "}");
                }
            }
        }
        assertThat(unknown).as("say in Belongings whose these are").isEmpty();
    }

    @Test
    void the_owner_opens_what_belongs_to_them() {
        var opened = new TreeSet<String>();
        for (var route : somebodys()) {
            if (!route.changes()) {
                var who = route.desk() ? things.officer() : things.owner();
                var answer = new Wire(port).ask("GET", real(route), Routes.cookies(who));
                if (answer.status() == 200) {
                    opened.add(route.pattern());
                }
            }
        }
        assertThat(opened)
                .contains("/drafts/{draft}", "/cases/{receipt}", "/filings/{filing}", "/notices/{id}")
                .contains(
                        "/account/profile/address/{id}",
                        "/payments/{id}",
                        "/drafts/{draft}/{topic}",
                        "/desk/cases/{receipt}",
                        "/desk/notices/{id}");
    }

    @Test
    void nobody_else_can_tell_it_from_a_thing_that_does_not_exist() {
        var clerk = signIn.officer("Clara Clerk", "SUPPORT");
        var strangers = List.of(
                signIn.person("Sten Stranger", java.util.Locale.ENGLISH),
                signIn.officer("Otto Other", "OFFICER"),
                clerk,
                new SignedIn(new java.util.UUID(0, 0), "", "__Host-session", "A".repeat(43)));
        var before = contents.marks("audit.entry", "audit.pending", "audit.link", "signin.tally", "signin.session");
        var told = new ArrayList<String>();
        for (var route : somebodys()) {
            for (var stranger : strangers) {
                if (stranger.equals(clerk)
                        && EVERY_AGENTS.matcher(route.pattern()).matches()) {
                    continue;
                }
                var seen = plain(ask(route, real(route), stranger), real(route));
                var nothing = plain(ask(route, missing(route), stranger), missing(route));
                if (!seen.equals(nothing) || seen.startsWith("200") || seen.contains(Belongings.NAME)) {
                    told.add(route + " told " + stranger.email() + ": "
                            + seen.lines().limit(2).toList() + " instead of "
                            + nothing.lines().limit(2).toList());
                }
            }
        }
        assertThat(told).isEmpty();
        assertThat(contents.marks("audit.entry", "audit.pending", "audit.link", "signin.tally", "signin.session"))
                .isEqualTo(before);
    }

    private List<Route> somebodys() {
        return routes.all().stream()
                .filter(Route::hasVariables)
                .filter(route -> !NOT_SOMEBODYS.matcher(route.pattern()).matches())
                .toList();
    }

    private Wire.Answer ask(Route route, String path, SignedIn who) {
        var wire = new Wire(port);
        var cookies = "Cookie: " + who.cookieName() + "=" + who.cookieValue() + "; " + TestSignIn.csrfCookie();
        if (!route.changes()) {
            return wire.ask("GET", path, cookies);
        }
        return route.multipart() || route.pattern().endsWith("/files")
                ? wire.upload(path, TestSignIn.csrf(), "x.png", Belongings.picture(), cookies)
                : wire.form(
                        path,
                        "_csrf=" + TestSignIn.csrf() + "&version=1&act=delete&value=x",
                        cookies,
                        route.autosave() ? "X-Autosave: 1" : "X-Nothing: 1");
    }

    private String real(Route route) {
        return route.path(variable -> things.of(route.pattern(), variable));
    }

    private String missing(Route route) {
        UnaryOperator<String> nobodys = variable -> switch (variable) {
            case "receipt" -> "FWY0000000000";
            case "draft", "filing", "id", "file" -> NOBODYS;
            default -> {
                var value = things.of(route.pattern(), variable);
                yield value.matches("[0-9a-f-]{36}") ? NOBODYS : value;
            }
        };
        return route.path(nobodys);
    }

    /** What somebody can tell apart, without what is new in every answer and what they said themselves. */
    private static String plain(Wire.Answer answer, String path) {
        var encoded = path.replace("/", "%2F");
        var text = answer.status() + "\n" + answer.location() + "\n" + answer.header("Content-Type") + "\n"
                + answer.body();
        return text.replace(path, "PATH")
                .replace(encoded, "PATH")
                .replaceAll("(nonce|value)=\"[^\"]*\"", "")
                .replaceAll("kept=[^\"&\n]*", "kept");
    }
}
