package fairway.support;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.audit.Audit;
import fairway.audit.Subject;
import fairway.identity.Accounts;
import fairway.identity.EmailAddress;
import fairway.identity.Safety;
import fairway.signin.Client;
import fairway.support.Asked.Person;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What agents can do alone, together and not at all. */
@FairwayTest
@Tag("SEC-4")
@Tag("AGY-5")
class HelpDeskTests {
    private static final String REASON = "Both codes were entered within the hour.";
    private static final Pattern FIELD = Pattern.compile("<(?:input|select|textarea)[^>]*\\bname=\"([^\"]+)\"");

    /** Everything an agent can type or choose: nothing of it is a secret or becomes one. */
    private static final Set<String> FIELDS =
            Set.of("_csrf", "account", "who", "kind", "reason", "text", "why", "paper");

    @LocalServerPort
    int port;

    @Autowired
    Asked asked;

    @Autowired
    Accounts accounts;

    @Autowired
    HelpMoves moves;

    @Autowired
    Audit audit;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    Person person;
    Client visitor;
    Client first;
    Client second;
    UUID request;

    @BeforeEach
    void somebodyAsksForHelp() {
        clock.advance(Duration.ofMinutes(30));
        person = asked.person(port);
        visitor = new Client(port);
        request = asked.open(visitor, person);
        first = asked.agent(port, "SUPPORT");
        second = asked.agent(port, "SUPPORT");
    }

    @Test
    @Tag("R01")
    @Tag("R10")
    void two_agents_and_two_proofs_open_the_way_back_and_nothing_less_does() {
        assertThat(first.get("/desk/help/" + request).body()).contains(person.name(), "April 28, 1986");
        assertThat(act(first, "propose", "reason", REASON)).endsWith("done=too_few_proofs");
        asked.choose(first, request, person);
        assertThat(act(first, "propose", "reason", REASON)).endsWith("done=too_few_proofs");
        asked.enter(first, visitor, request, "EMAIL", person.in().email());
        assertThat(act(first, "propose", "reason", REASON)).endsWith("done=too_few_proofs");
        assertThat(act(second, "approve")).endsWith("done=nothing_proposed");
        assertThat(asked.enter(first, visitor, request, "LETTER", person.letters())
                        .location())
                .endsWith("done=proven");
        assertThat(act(first, "propose", "reason", REASON)).endsWith("done=proposed");
        assertThat(visitor.get("/help/request/status").body()).contains("A second member of our staff");
        assertThat(second.get("/desk/help/" + request).body()).contains(REASON, "Every address of the account");
        assertThat(act(second, "approve")).endsWith("done=approved");
        assertThat(visitor.get("/help/request/status").body()).contains("The wait of 72 hours protects you");
        assertThat(acts())
                .contains(
                        "support.help.found",
                        "support.help.proof",
                        "support.help.proven",
                        "support.help.proposed",
                        "support.help.approved");
        assertThat(asked.subjects(person.in().email()))
                .contains(
                        "Our help desk was asked for a way back into your account",
                        "A way back into your account was proposed");
        assertThat(asked.bodies(person.in().email())).anyMatch(body -> body.contains("/sign-in/recovery/cancel/"));
        assertThat(asked.bodies(person.answer())).anyMatch(body -> body.contains("/sign-in/recovery/"));
        assertThat(asked.subjects(person.answer())).contains("News about your request for help " + number());
    }

    @Test
    @Tag("A18")
    void the_agent_who_proposed_cannot_approve_not_even_past_the_page() {
        propose();
        assertThat(first.get("/desk/help/" + request).body())
                .contains("Another agent has to approve it")
                .doesNotContain("/approve\"");
        assertThat(act(first, "approve")).endsWith("done=same_agent");
        assertThat(acts()).contains("support.help.refused");
        var proposer = db.sql("select proposer from support.request where id = :id")
                .param("id", request)
                .query(UUID.class)
                .single();
        assertThat(moves.approve(request, proposer, clock.instant())).isEmpty();
        assertThat(state()).isEqualTo("PROPOSED");
        assertThat(act(second, "approve")).endsWith("done=approved");
    }

    @Test
    @Tag("A18")
    @Tag("R11")
    void no_page_of_an_agent_has_a_field_for_a_secret_or_shows_one() {
        var seen = new StringBuilder();
        var path = "/desk/help/" + request;
        seen.append(first.get("/desk/help").body()).append(first.get(path).body());
        asked.choose(first, request, person);
        seen.append(first.get(path).body());
        asked.enter(first, visitor, request, "EMAIL", person.in().email());
        var codes = List.of(asked.code(person.in().email()));
        asked.enter(first, visitor, request, "LETTER", person.letters());
        seen.append(first.get(path).body());
        act(first, "propose", "reason", REASON);
        seen.append(first.get(path).body()).append(second.get(path).body());
        var fields = new TreeSet<String>();
        FIELD.matcher(seen).results().forEach(field -> fields.add(field.group(1)));
        assertThat(FIELDS).containsAll(fields);
        assertThat(fields).contains("reason", "kind");
        assertThat(seen.toString())
                .doesNotContain("type=\"password\"")
                .doesNotContain(codes)
                .doesNotContain(asked.code(person.letters()))
                .doesNotContain(person.in().email(), person.answer(), "1 Elm St", asked.link(person.answer()))
                .doesNotContain(
                        accounts.find(person.account()).orElseThrow().number().value());
        for (var typed : List.of("password", "newAddress", "email", "code")) {
            second.post(path + "/approve", typed, "mine@example.org");
        }
        assertThat(accounts.find(person.account()).orElseThrow().email())
                .isEqualTo(person.in().email());
    }

    @Test
    @Tag("A18")
    void of_fifty_approvals_at_once_one_succeeds() throws Exception {
        propose();
        second.get("/desk/help/" + request);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var presses = IntStream.range(0, 50)
                    .mapToObj(n -> (Callable<String>) () -> second.copy()
                            .post("/desk/help/" + request + "/approve")
                            .location())
                    .toList();
            int approved = 0;
            for (var press : threads.invokeAll(presses)) {
                approved += press.get().endsWith("done=approved") ? 1 : 0;
            }
            assertThat(approved).isEqualTo(1);
        }
        assertThat(acts().stream().filter("support.help.approved"::equals)).hasSize(1);
    }

    @Test
    @Tag("R06")
    @Tag("R05")
    void a_code_to_the_only_address_is_told_by_post_as_well() {
        asked.choose(first, request, person);
        act(first, "proof", "kind", "EMAIL");
        assertThat(asked.subjects(person.letters())).contains("Somebody asked for a way back into your account");
        accounts.safety()
                .recoverAt(
                        person.account(),
                        EmailAddress.read("second." + UUID.randomUUID() + "@example.org")
                                .orElseThrow());
        var other = asked.person(port);
        accounts.safety()
                .recoverAt(
                        other.account(),
                        EmailAddress.read("third." + UUID.randomUUID() + "@example.org")
                                .orElseThrow());
        var theirs = asked.open(new Client(port), other);
        asked.choose(first, theirs, other);
        first.post("/desk/help/" + theirs + "/proof", "kind", "EMAIL");
        assertThat(asked.subjects(other.letters())).isEmpty();
    }

    @Test
    @Tag("A30")
    void an_account_is_found_by_name_and_birth_date_or_its_whole_number_and_a_wrong_digit_is_refused_first() {
        var number = accounts.find(person.account()).orElseThrow().number();
        assertThat(first.get("/desk/help/" + request).body())
                .contains("ending in " + number.lastFour())
                .doesNotContain(number.value());
        var wrong = number.value().substring(0, 11) + (number.value().charAt(11) - '0' + 1) % 10;
        assertThat(find(wrong)).contains("a digit is wrong or missing").contains("href=\"#who\"");
        assertThat(find(number.value())).contains("ending in " + number.lastFour());
        assertThat(find("nobody." + UUID.randomUUID() + "@example.org")).contains("no account with this address");
        var stranger = new Client(port);
        for (var page : List.of("/help", "/help/request", "/sign-in", "/sign-up", "/status", "/contact")) {
            for (var box : List.of("number", "account", "who", "receipt", "q")) {
                assertThat(stranger.get(page + "?" + box + "=" + number.value()).body())
                        .doesNotContain(person.family(), person.in().email());
            }
        }
        asked.ask(stranger, number.value(), "number." + UUID.randomUUID() + "@example.org");
        assertThat(stranger.get("/help/request/sent").body()).doesNotContain(person.family());
    }

    @Test
    @Tag("A58")
    void who_says_that_it_was_not_them_stops_the_approval() {
        propose();
        accounts.safety().hold(person.account(), clock.instant().plus(Duration.ofDays(3)), Safety.Reason.NOT_ME);
        assertThat(act(second, "approve")).endsWith("done=stopped");
        assertThat(state()).isEqualTo("PROPOSED");
    }

    @Test
    void a_request_is_declined_with_a_reason_that_the_person_reads() {
        asked.choose(first, request, person);
        assertThat(first.post("/desk/help/" + request + "/decline", "why", "no").body())
                .contains("Say in 10 to 2,000 characters why");
        assertThat(act(first, "decline", "why", "The name is another one.")).endsWith("done=declined");
        assertThat(visitor.get("/help/request/status").body())
                .contains("We could not help in this way", "The name is another one.");
        assertThat(asked.subjects(person.in().email()))
                .contains("A request for a way back into your account was declined");
        assertThat(act(first, "message", "text", "One thing more to say")).endsWith("done=over");
    }

    private void propose() {
        asked.prove(first, visitor, request, person);
        assertThat(act(first, "propose", "reason", REASON)).endsWith("done=proposed");
        second.get("/desk/help/" + request);
    }

    private String act(Client agent, String act, String... fields) {
        agent.get("/desk/help/" + request);
        return agent.post("/desk/help/" + request + "/" + act, fields).location();
    }

    private String find(String who) {
        first.get("/desk/help/" + request);
        return first.post("/desk/help/" + request + "/find", "who", who).body();
    }

    private String state() {
        return column("state");
    }

    private String number() {
        return column("number");
    }

    private String column(String name) {
        return db.sql("select " + name + " from support.request where id = :id")
                .param("id", request)
                .query(String.class)
                .single();
    }

    private List<String> acts() {
        return audit.about(Subject.of("account", person.account())).stream()
                .map(entry -> entry.act().what())
                .toList();
    }
}
