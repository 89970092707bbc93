package fairway;

import static fairway.OwnProcess.untilReady;
import static fairway.drafts.Client.location;
import static org.assertj.core.api.Assertions.assertThat;

import fairway.bench.People;
import fairway.drafts.Client;
import fairway.drafts.PersonaWalk;
import fairway.forms.Edition;
import fairway.forms.Forms;
import fairway.signin.TestSignIn.SignedIn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The process is killed at the three worst places of a filing; nothing is lost, nothing doubled. */
@Tag("FIL-3")
@Tag("FIL-9")
@Execution(ExecutionMode.CONCURRENT)
class KilledTests {
    private static final String LOST_ANSWER_CARD = "4000000000000309";
    private final Edition edition = Forms.bundled().edition("i-765", "2025-08-21");

    @Test
    void a_kill_after_saving_while_paying_and_while_signing_loses_and_doubles_nothing() throws Exception {
        try (var own = new OwnProcess()) {
            var running = again(own);
            var person = person(own.port());

            var draft = savedButNotAnswered(own, running, person);
            running = again(own);
            assertThat(browser(own, person).get(draft + "/legal_name").body()).contains("Unread", "Reply");

            var paid = signedAndPaid(own, person);
            running.destroyForcibly().onExit().join();
            running = again(own);
            assertThat(filed(browser(own, person), paid)).startsWith("/filings/");
            assertThat(own.query("select count(*) from payments.ledger_entry where kind = 'received'"))
                    .isEqualTo(own.query("select count(*) from payments.intent where state = 'SUCCEEDED'"))
                    .isEqualTo("1");

            var posted = postedSignature(own, running, person);
            again(own);
            var client = browser(own, person);
            client.post(posted.path(), posted.form());
            assertThat(filed(client, posted.path().replace("/sign", "/paid"))).startsWith("/filings/");

            assertThat(own.query("select count(*) from filing.filing")).isEqualTo("2");
            assertThat(own.query("select count(distinct receipt) from cases.case_file"))
                    .isEqualTo("2");
            assertThat(own.query(
                            "select count(*) from promises.promise where kind = 'filing.receipt' and kept_at is null"))
                    .isEqualTo("0");
        }
    }

    /** A page is sent, the first byte of the answer is on its way, and the process dies: nobody ever reads the answer. */
    private String savedButNotAnswered(OwnProcess own, Process running, SignedIn person) throws IOException {
        var client = browser(own, person);
        var draft = location(client.fill("/forms/i-765/start"));
        var form = new LinkedHashMap<>(client.window(draft + "/legal_name"));
        form.put("applicant.name.given", "Unread");
        form.put("applicant.name.family", "Reply");
        form.put("then", "continue");
        send(own, running, person, draft + "/legal_name", form, true);
        return draft;
    }

    /** Signed and paid with the card whose answer never comes back. */
    private String signedAndPaid(OwnProcess own, SignedIn person) throws IOException {
        var client = browser(own, person);
        var draft = reviewed(client, "clara_c5");
        var pay = location(client.fill(draft + "/sign", "name", name("clara_c5"), "agree", "yes"));
        var card = location(client.fill(pay));
        var lost = client.fill(card, "number", LOST_ANSWER_CARD, "expiry", "12/40", "code", "123");
        assertThat(lost.statusCode()).isEqualTo(200);
        return draft + "/paid";
    }

    private record Posted(String path, Map<String, String> form) {}

    /** The signature is on its way and the process dies, whether or not it was read. */
    private Posted postedSignature(OwnProcess own, Process running, SignedIn person) throws IOException {
        var client = browser(own, person);
        var draft = reviewed(client, "nadia_a5");
        var form = new LinkedHashMap<>(client.window(draft + "/sign"));
        form.put("name", name("nadia_a5"));
        form.put("agree", "yes");
        send(own, running, person, draft + "/sign", form, false);
        return new Posted(draft + "/sign", form);
    }

    private String reviewed(Client client, String who) {
        var draft = new PersonaWalk(client, edition).fill(PersonaWalk.persona(edition, who));
        var ticks = new ArrayList<String>();
        Pattern.compile("name=\"(accept\\.[^\"]+)\"")
                .matcher(client.get(draft + "/review").body())
                .results()
                .forEach(found -> ticks.addAll(List.of(found.group(1), "yes")));
        client.fill(draft + "/review", ticks.toArray(String[]::new));
        return draft;
    }

    private String name(String who) {
        var name = (Map<?, ?>) java.util.Objects.requireNonNull(
                PersonaWalk.persona(edition, who).answers().get("applicant.name"));
        return name.get("given") + " " + name.get("family");
    }

    /** Asks as an impatient person does; the product asks the card company by itself. */
    private static String filed(Client client, String path) {
        var answer = "";
        for (var until = System.nanoTime() + 300_000_000_000L; System.nanoTime() < until; ) {
            answer = location(client.get(path));
            if (answer.startsWith("/filings/")) {
                return answer;
            }
        }
        return answer;
    }

    private static void send(
            OwnProcess own, Process running, SignedIn person, String path, Map<String, String> form, boolean answered)
            throws IOException {
        var body = Client.body(person, form).getBytes(StandardCharsets.UTF_8);
        var head = "POST " + path + " HTTP/1.1\r\nHost: localhost:" + own.port() + "\r\nCookie: " + person.cookies()
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length + "\r\n\r\n";
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), own.port())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            if (answered) {
                assertThat(socket.getInputStream().read()).isNotEqualTo(-1);
            }
            running.destroyForcibly().onExit().join();
        }
    }

    private static Process again(OwnProcess own) throws IOException {
        var running = own.start(
                own.port(),
                "--no-demo",
                "--fairway.payments.checks=5s,10s,20s",
                "--fairway.payments.check-every=5s",
                "--fairway.signin.fresh-for=60m");
        untilReady(running);
        return running;
    }

    private static Client browser(OwnProcess own, SignedIn person) {
        return new Client(own.port(), person);
    }

    private static SignedIn person(int port) throws IOException {
        var person = People.signUp(port);
        var session = person.caller().session();
        return new SignedIn(new UUID(0, 0), person.email(), session.getKey(), session.getValue());
    }
}
