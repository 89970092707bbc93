package fairway.walls;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.signin.TestSignIn;
import fairway.signin.TestSignIn.SignedIn;
import fairway.walls.Doors.Answer;
import fairway.walls.Routes.Route;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Every address Spring knows, asked by everybody in {@link Who}, for a thing that is theirs, somebody else's, or nobody's;
 * {@link Doors} says by rule what each must find.
 */
@FairwayTest
@Tag("A10")
@Tag("A27")
@Tag("E06")
@Tag("E08")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class MatrixTests {
    /** Opened by a link that was mailed. */
    private static final Pattern MAILED = Pattern.compile("/((desk/)?sign-(in|up)|help)/.*/\\{(token|mark)\\b.*");

    /** One page further on, the same for a thing that is foreign and one that never was: an act too late, a look that is over. */
    private static final Set<String> ELSEWHERE = Set.of(
            "GET /desk/support/{id}",
            "POST /desk/support/{id}/close",
            "POST /desk/cases/{receipt}/{act}",
            "POST /desk/cases/{receipt}/note");

    /** Told by other machines, each message with a signature of its own. */
    private static final Set<String> SIGNED_OTHERWISE = Set.of("POST /payments/callback", "POST /delivery/texts");

    /** What anybody who may do the thing loses by it: their session, or a case of the queue. */
    private static final Set<String> ENDS =
            Set.of("POST /account/security/not-me", "POST /account/security/sessions/others/end", "POST /desk/next");

    /** What a bare form cannot name: a thing that exists at times only, or the mark of its own page. Each has its own tests. */
    private static final Pattern AT_TIMES = Pattern.compile("GET /account/security/backup/backup-code[.]txt"
            + "|POST /account/support/reply|POST /account/security/(lost/found|codes/\\{way}/(first|name|remove))"
            + "|(GET|POST) /drafts/\\{draft}/(evidence/\\{slot}/files|\\{topic}/\\{instance).*"
            + "|POST /drafts/\\{draft}/(sign|reopen|\\{topic})"
            + "|POST /desk/cases/\\{receipt}/(files/\\{id}|preview)");

    private static final Set<String> PARENTS = Set.of("receipt", "draft");
    private static final String[] MAY_GROW = {
        "audit.entry", "audit.pending", "audit.link", "signin.tally", "signin.session", "limits.tally", "limits.failure"
    };

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

    private Cast cast = new Cast(0);
    private final List<Belongings.Things> made = new ArrayList<>();

    @BeforeAll
    void two_people_with_everything_and_all_who_work_here() {
        clock.set(TestClock.START);
        var things = belongings.withDesk(port, belongings.of(port));
        var others = belongings.of(port, "Berta Belongs");
        made.addAll(List.of(things, others));
        cast = new Cast(port);
        cast.put(Who.SIGNED_OUT, new SignedIn(new UUID(0, 0), "", "__Host-session", "A".repeat(43)));
        cast.put(Who.HALF_PERSON, signIn.half(signIn.person().account()));
        cast.put(
                Who.HALF_STAFF,
                signIn.half(signIn.officer("Hal Half", roles(Who.HALF_STAFF)).account()));
        cast.put(Who.OWNER, things.owner());
        cast.put(Who.STRANGER, others.owner());
        cast.put(Who.OFFICER, things.officer());
        cast.put(Who.OTHER_OFFICER, others.officer());
        cast.put(Who.AGENT, things.agent());
        cast.put(Who.ADMINISTRATOR, things.administrator());
        for (var who : List.of(Who.SUPERVISOR, Who.OTHER_AGENT, Who.STAFF_WITHOUT_ROLE)) {
            cast.put(who, signIn.officer("Some Staff", roles(who)));
        }
    }

    @Test
    void every_address_has_a_rule_every_identifier_an_owner_and_every_role_a_part() throws ClassNotFoundException {
        var unknown = new TreeSet<String>();
        for (var route : routes.all()) {
            var door = Doors.of(route);
            if (door.isEmpty()) {
                unknown.add("say in Doors who may open " + route);
            }
            for (var variable : Doors.somebodys(route) ? route.variables() : Set.<String>of()) {
                if (!things().knows(route.pattern(), variable)) {
                    unknown.add("say in Belongings whose {" + variable + "} is in " + route);
                }
            }
            if (Doors.somebodys(route)
                    && door.isPresent()
                    && !door.get().open()
                    && door.get().holders().isEmpty()) {
                unknown.add("say in Doors who has a right to the thing in " + route);
            }
        }
        assertThat(unknown).isEmpty();
        var roles = Arrays.stream(Class.forName("fairway.administration.Role").getEnumConstants())
                .map(Object::toString)
                .collect(Collectors.toSet());
        assertThat(Doors.roles()).isEqualTo(roles);
        assertThat(cast.people()).containsOnlyKeys(Who.values());
    }

    @Test
    void open_pages_are_the_listed_ones_and_lead_nobody_in_who_owes_a_proof() {
        var open = new TreeSet<String>();
        var wrong = new ArrayList<String>();
        for (var route : routes.all()) {
            if (!Doors.of(route).orElseThrow().open() || SIGNED_OTHERWISE.contains(route.toString())) {
                continue;
            }
            for (var who : List.of(Who.HALF_PERSON, Who.HALF_STAFF, Who.SIGNED_OUT)) {
                if (who != Who.SIGNED_OUT && route.pattern().endsWith("/sign-out")) {
                    continue;
                }
                var answer = cast.ask(route, route.path(), who);
                var shows = answer.status() == 200
                        && !route.changes()
                        && !MAILED.matcher(route.pattern()).matches();
                if (shows && who == Who.SIGNED_OUT) {
                    open.add(route.pattern());
                }
                if (answer.status() >= 500
                        || cast.leadsIn(answer, who)
                        || answer.cookies().stream().anyMatch(set -> set.matches("__Host-(session|desk)=[^;]+;.*"))) {
                    wrong.add(route + " answered " + who + " " + answer.status() + " " + answer.location());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(open).isSubsetOf(SweepTests.OPEN);
    }

    @Test
    void who_has_no_right_gets_nothing_changes_nothing_and_cannot_tell_foreign_from_missing() {
        var before = contents.marks(MAY_GROW);
        var told = new ArrayList<String>();
        int asked = 0;
        for (var route : routes.all()) {
            var door = Doors.of(route).orElseThrow();
            for (var who : Who.values()) {
                var expected = door.open() ? Answer.IN : door.to(who, Doors.somebodys(route));
                var once = ask(route, expected, who, told);
                if (once && Doors.somebodys(route) && (expected == Answer.NOTHING || who == Who.SIGNED_OUT)) {
                    compare(route, things().real(route), things().missing(route), who, told);
                }
                asked += once ? 1 : 0;
            }
            if (!door.open() && holdsOthers(route)) {
                var who = route.desk() ? Who.OTHER_OFFICER : Who.STRANGER;
                compare(route, mixed(route, false), mixed(route, true), who, told);
            }
        }
        assertThat(told).isEmpty();
        assertThat(asked).isGreaterThan(1500);
        assertThat(contents.marks(MAY_GROW)).isEqualTo(before);
    }

    /** The last, because things end with it. */
    @Test
    void who_has_the_right_gets_in_and_finds_nothing_where_there_is_nothing() {
        var wrong = new ArrayList<String>();
        for (var route : inOrder()) {
            var door = Doors.of(route).orElseThrow();
            for (var who : Who.values()) {
                if (door.open() || door.to(who, Doors.somebodys(route)) != Answer.IN || spared(route, door, who)) {
                    continue;
                }
                if (Doors.somebodys(route) && !ELSEWHERE.contains(route.toString())) {
                    var nothing = cast.ask(route, things().missing(route), who);
                    if (nothing.status() != 404) {
                        wrong.add(route + " of nobody answered " + who + " " + nothing.status());
                    }
                }
                var answer = cast.ask(route, things().real(route), who);
                if (!Cast.in(answer) && !AT_TIMES.matcher(route.toString()).matches()) {
                    wrong.add(route + " answered " + who + " " + answer.status() + " " + answer.location());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** False where somebody has the right, or the door is open to all. */
    private boolean ask(Route route, Answer expected, Who who, List<String> told) {
        if (expected == Answer.IN) {
            return false;
        }
        var answer = cast.ask(route, things().real(route), who);
        var start = (route.desk() ? "/desk" : "") + "/sign-in";
        var right = switch (expected) {
            case IN -> true;
            case NOTHING -> answer.status() == 404 || (answer.status() == 303 && ELSEWHERE.contains(route.toString()));
            case CODE -> answer.status() == 303 && answer.location().equals(start + "/code");
            case SIGN_IN ->
                route.autosave()
                        ? answer.status() == 401
                        : answer.status() == 303 && answer.location().matches(start + "([?]to=.*)?");
        };
        if (!right || answer.body().contains(Belongings.NAME)) {
            told.add(
                    route + " answered " + who + " " + answer.status() + " " + answer.location() + ", not " + expected);
        }
        return true;
    }

    private void compare(Route route, String real, String missing, Who who, List<String> told) {
        var seen = Cast.plain(cast.ask(route, real, who), real);
        var nothing = Cast.plain(cast.ask(route, missing, who), missing);
        if (!seen.equals(nothing) || seen.startsWith("200")) {
            told.add(route + " told " + who + ": " + seen.lines().limit(2).toList() + " instead of "
                    + nothing.lines().limit(2).toList());
        }
    }

    /** Reading first, then changing, and what takes things away last. */
    private List<Route> inOrder() {
        var all = new ArrayList<>(routes.all());
        all.sort(java.util.Comparator.comparingInt(route -> !route.changes()
                ? 0
                : route.pattern().contains("/sessions/")
                        ? 3
                        : route.pattern().matches(".*/(delete|remove|close|revoke|disable|reopen|cancel)") ? 2 : 1));
        return all;
    }

    /** Everybody who may reads; one of them changes. */
    private static boolean spared(Route route, Doors.Door door, Who who) {
        if (ENDS.contains(route.toString())) {
            return true;
        }
        var first = Arrays.stream(Who.values())
                .filter(one -> door.to(one, Doors.somebodys(route)) == Answer.IN)
                .findFirst();
        return route.changes() && first.filter(who::equals).isEmpty();
    }

    /** Whether the address names a thing inside a case or draft. */
    private boolean holdsOthers(Route route) {
        return Doors.somebodys(route)
                && route.variables().stream().anyMatch(PARENTS::contains)
                && !mixed(route, false).equals(mixed(route, true));
    }

    private static String[] roles(Who who) {
        return who.roles().toArray(String[]::new);
    }

    private Belongings.Things things() {
        return made.getFirst();
    }

    /** Somebody's own case or draft, and in it what is another's or nobody's. */
    private String mixed(Route route, boolean nobodys) {
        return route.path(variable -> {
            if (PARENTS.contains(variable)) {
                return made.getLast().of(route.pattern(), variable);
            }
            var others = things().of(route.pattern(), variable);
            return nobodys ? Belongings.Things.nobodys(variable, others) : others;
        });
    }
}
