package fairway.walls;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.signin.TestSignIn;
import fairway.walls.Routes.Route;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.MultiValueMap;

/** Every parameter of every address, with what attackers write into parameters. */
@FairwayTest
class ParameterTests {
    private static final Map<String, String> TYPED = Map.ofEntries(
            Map.entry("script", "%22%3E%3Cscript%3Ealert(7)%3C/script%3E"),
            Map.entry("quoted script", "'-alert(7)-'%22%20onmouseover=%22alert(7)"),
            Map.entry("template", "$%7B7331*7331%7D%23%7B7331*7331%7D%7B%7B7331*7331%7D%7D%3C%25=7331*7331%25%3E"),
            Map.entry("class", "$%7BT(java.lang.Runtime).getRuntime()%7D"),
            Map.entry("line break", "x%0d%0aSet-Cookie:%20evil=1%0d%0a%0d%0a%3Chtml%3E"),
            Map.entry("quote", "'%20OR%20'1'='1'%20--%20"),
            Map.entry("semicolon", "1;%20select%20pg_sleep(5);%20--"),
            Map.entry("union", "')%20union%20select%20email_sealed::text%20from%20identity.account--"),
            Map.entry("json", "%7B%22$gt%22:%22%22,%22a%22:%5B%5D%7D"),
            Map.entry("path", "..%2f..%2f..%2fetc%2fpasswd"),
            Map.entry("huge", "99999999999999999999999999"),
            Map.entry("negative", "-2147483649"),
            Map.entry("minus one", "-1"),
            Map.entry("not a number", "NaN"),
            Map.entry("long", "a".repeat(5000)),
            Map.entry("reversed", "%E2%80%AEfdp.exe"),
            Map.entry("control", "%01%08%1b%5B31m"));

    /** No text at all: refused before anybody reads it. */
    private static final Map<String, String> BROKEN = Map.of(
            "null byte",
            "a%00b",
            "overlong",
            "%c0%af",
            "surrogate",
            "%ed%a0%80",
            "not UTF-8",
            "%ff%fe",
            "cut",
            "%e2%82");

    private static final Set<String> FURTHER = Set.of("to", "sort", "email", "code", "password", "receipt", "page");
    private static final Pattern LEAK = Pattern.compile(
            "<script>alert|53743561|org\\.springframework|java\\.[a-z.]+\\.[A-Z][A-Za-z]*(Exception|Error)|PSQLException|SQLState|\\tat |root:x:0");

    @LocalServerPort
    int port;

    @Autowired
    Routes routes;

    @Autowired
    Belongings belongings;

    @Autowired
    TestSignIn signIn;

    @Autowired
    JdbcClient db;

    @Autowired
    TestClock clock;

    private List<Belongings.Things> made = List.of();

    @BeforeEach
    void somebody_with_everything() {
        clock.set(TestClock.START);
        made = List.of(belongings.of(port));
    }

    @Test
    @Tag("A25")
    @Tag("A26")
    @Tag("A35")
    @Tag("L05")
    void whatever_is_typed_into_them_is_neither_run_nor_breaks_a_page() {
        var faults = new TreeSet<String>();
        for (var route : inOrder()) {
            TYPED.forEach((name, value) -> {
                var answer = ask(route, parameters(route, value));
                if (answer.status() >= 500 || LEAK.matcher(answer.body()).find()) {
                    faults.add(name + " at " + route + ": " + answer.status());
                }
                assertThat(answer.header("Set-Cookie") + answer.header("evil")).doesNotContain("evil");
            });
        }
        assertThat(faults).isEmpty();
    }

    @Test
    @Tag("A35")
    @Tag("L05")
    void what_is_no_text_is_refused_with_a_page_that_helps() {
        var faults = new TreeSet<String>();
        int refused = 0;
        for (var route : inOrder()) {
            for (var broken : BROKEN.entrySet()) {
                var answer = ask(route, parameters(route, broken.getValue()));
                refused += answer.status() == 400 ? 1 : 0;
                if (answer.status() >= 500 || LEAK.matcher(answer.body()).find()) {
                    faults.add(broken.getKey() + " at " + route + ": " + answer.status());
                }
                if (answer.status() == 400 && !answer.body().contains("We did not understand that")) {
                    faults.add(broken.getKey() + " at " + route + " without our page");
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(refused).isGreaterThan(50);
    }

    @Test
    @Tag("A35")
    void doubled_listed_and_nested_parameters_break_nothing() {
        var faults = new TreeSet<String>();
        for (var route : inOrder()) {
            var twice = parameters(route, "1") + "&" + parameters(route, "2");
            var listed = names(route).stream()
                    .map(name -> name + "%5B%5D=1&" + name + "%5B0%5D.x=2&" + name + ".class=3&" + name + "=&" + name)
                    .collect(Collectors.joining("&"));
            for (var form : List.of(twice, listed, "&&&===&=&", "a".repeat(50) + "&" + "x=1&".repeat(500))) {
                var answer = ask(route, form);
                if (answer.status() >= 500) {
                    faults.add(route + ": " + answer.status());
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    @Tag("A34")
    @Tag("H04")
    void fields_a_form_does_not_have_change_nobodys_role_account_or_ownership() {
        var before = rights();
        var extra =
                "&role=SUPERVISOR&roles=SUPERVISOR&roles%5B0%5D=ADMINISTRATOR&accountType=STAFF&type=STAFF&staff=true"
                        + "&verified=true&confirmed=true&status=APPROVED&state=APPROVED&feePaid=true&level=FULL"
                        + "&account=" + made.getFirst().officer().account() + "&ownerId="
                        + made.getFirst().officer().account() + "&accountNumber=000000000000&number=000000000000"
                        + "&class.module.classLoader.x=1&visitor.staff=true&page.visitor=x&session.level=FULL";
        for (var route : inOrder()) {
            if (route.changes()) {
                assertThat(ask(route, parameters(route, "x") + extra).status())
                        .as(route.toString())
                        .isLessThan(500);
            }
        }
        assertThat(rights()).isEqualTo(before);
    }

    @Test
    @Tag("H04")
    @Tag("A34")
    void pages_take_single_values_never_objects_that_a_request_fills() {
        var filled = new TreeSet<String>();
        routes.handlers().forEach(handler -> {
            for (var parameter : handler.getMethod().getParameters()) {
                if (bound(parameter)) {
                    filled.add(handler.getShortLogMessage() + " " + parameter);
                }
            }
        });
        assertThat(filled).isEmpty();
    }

    private static boolean bound(Parameter parameter) {
        var type = parameter.getType();
        if (type.getName().startsWith("java.")
                || type.equals(MultiValueMap.class)
                || type.isPrimitive()
                || type.isEnum()
                || type.equals(byte[].class)) {
            return false;
        }
        return !Set.of(
                        "Page",
                        HttpServletRequest.class.getSimpleName(),
                        HttpServletResponse.class.getSimpleName(),
                        "WebRequest")
                .contains(type.getSimpleName());
    }

    private List<String> rights() {
        return db.sql(
                        "select id || ' ' || number || ' ' || type || ' ' || staff || ' ' || roles::text from identity.account order by id")
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** What ends things comes last, so that the others still have something to work on. */
    private List<Route> inOrder() {
        var ending = Pattern.compile(".*(delete|discard|close|withdraw|sign-out|end|cancel).*");
        var list = new ArrayList<>(routes.all());
        list.removeIf(route -> route.pattern().matches("(/desk)?/sign-out"));
        list.sort(java.util.Comparator.comparing(
                route -> ending.matcher(route.pattern()).matches()));
        return list;
    }

    private Wire.Answer ask(Route route, String form) {
        var things = made.getFirst();
        var who = route.desk() ? things.officer() : things.owner();
        var entry = route.pattern().matches("(/desk)?/sign-(in|up).*");
        var cookies = entry ? "Cookie: " + TestSignIn.csrfCookie() : Routes.cookies(who);
        var path = route.path(variable -> things.of(route.pattern(), variable));
        var wire = new Wire(port);
        return route.changes()
                ? wire.form(
                        path,
                        "_csrf=" + TestSignIn.csrf() + "&" + form,
                        cookies,
                        route.autosave() ? "X-Autosave: 1" : "X-No: 1")
                : wire.ask("GET", path + "?" + (form.length() > 7000 ? form.substring(0, 7000) : form), cookies);
    }

    private static String parameters(Route route, String value) {
        return names(route).stream().map(name -> name + "=" + value).collect(Collectors.joining("&"));
    }

    private static Set<String> names(Route route) {
        var names = new TreeSet<>(FURTHER);
        names.addAll(route.parameters());
        names.removeIf(name -> name.toLowerCase(Locale.ROOT).contains("csrf"));
        return names;
    }
}
