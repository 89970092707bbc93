package fairway.support;

import fairway.TestJobs;
import fairway.identity.Accounts;
import fairway.identity.PostalAddress;
import fairway.signin.Client;
import fairway.signin.Post;
import fairway.signin.TestSignIn;
import fairway.signin.TestSignIn.SignedIn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Invented people who lost their way in, asked for help, and read their mail. */
@Component
class Asked {
    private static final Pattern NUMBER = Pattern.compile("H-[0-9A-Z]{4}-[0-9A-Z]{4}");
    private static final Pattern CODE = Pattern.compile("\\b([0-9]{8})\\b");
    private static final Pattern LINK =
            Pattern.compile("https?://[^/\\s]+(/\\S*/help/request/link/\\S+|/help/request/link/\\S+)");
    private static final String STREET = "1 Elm St";

    private final TestSignIn signIn;
    private final Accounts accounts;
    private final TestJobs jobs;
    private final JdbcClient db;

    Asked(TestSignIn signIn, Accounts accounts, TestJobs jobs, JdbcClient db) {
        this.signIn = signIn;
        this.accounts = accounts;
        this.jobs = jobs;
        this.db = db;
    }

    /** Somebody with a name of their own, a birth date and a postal address; {@code answer} is an address they still read. */
    record Person(SignedIn in, String given, String family, String answer) {
        UUID account() {
            return in.account();
        }

        String name() {
            return given + " " + family;
        }

        String letters() {
            return name() + "\n" + STREET + "\nLewiston, ME 04240";
        }
    }

    Person person(int port) {
        return person(port, signIn.person());
    }

    /** The same for somebody who has an account. */
    Person person(int port, SignedIn in) {
        var mark = UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        var person = new Person(in, "Ana", "Rescued" + mark, "answer." + UUID.randomUUID() + "@example.org");
        var client = client(port, person.in());
        client.get("/account/profile");
        client.post(
                "/account/profile/name",
                "name.family",
                person.family(),
                "name.given",
                person.given(),
                "born.year",
                "1986",
                "born.month",
                "4",
                "born.day",
                "28");
        var home = Map.of("country", "US", "street", STREET, "city", "Lewiston", "state", "ME", "zip", "04240");
        accounts.move(person.account(), new PostalAddress(home), null, LocalDate.of(2026, 1, 5));
        knownFor(person.account(), 31);
        return person;
    }

    /** As if every address of this account had been told so many days earlier. */
    void knownFor(UUID account, int days) {
        db.sql(
                        "update identity.address_change set told_at = told_at - :days * interval '1 day' where account = :account")
                .param("days", days)
                .param("account", account)
                .update();
    }

    static Client client(int port, SignedIn in) {
        var client = new Client(port);
        client.cookies.put(in.cookieName(), in.cookieValue());
        return client;
    }

    Client agent(int port, String... roles) {
        return client(port, signIn.officer("Sam Invented", roles));
    }

    /** Asks without signing in. */
    Client.Answer ask(Client client, String name, String answer) {
        client.get("/help/request");
        return client.post(
                "/help/request",
                "name",
                name,
                "born.year",
                "1986",
                "born.month",
                "4",
                "born.day",
                "28",
                "a_number",
                "",
                "email",
                answer,
                "phone",
                "",
                "lost",
                "EVERYTHING",
                "text",
                "My bag was stolen.");
    }

    /** Asks, follows the link, and gives the id of the request. */
    UUID open(Client client, Person person) {
        ask(client, person.name(), person.answer());
        var link = link(person.answer());
        client.get(link);
        client.post(link);
        client.get("/help/request/status");
        return requestOf(person.answer());
    }

    String link(String address) {
        for (var body : bodies(address)) {
            var found = LINK.matcher(body);
            if (found.find()) {
                return found.group(1);
            }
        }
        throw new AssertionError("No link was sent to " + address);
    }

    UUID requestOf(String answer) {
        var number = numberOf(answer);
        return db.sql("select id from support.request where number = :number")
                .param("number", number)
                .query(UUID.class)
                .single();
    }

    private String numberOf(String answer) {
        return bodies(answer).stream()
                .flatMap(body -> NUMBER.matcher(body).results())
                .map(found -> found.group())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No number was sent to " + answer));
    }

    String code(String address) {
        for (var body : bodies(address)) {
            var found = CODE.matcher(body);
            if (found.find()) {
                return found.group(1);
            }
        }
        throw new AssertionError("No code was sent to " + address);
    }

    List<String> bodies(String address) {
        return new Post(db, jobs).bodies(address);
    }

    List<String> subjects(String address) {
        return new ArrayList<>(new Post(db, jobs).subjects(address));
    }

    /** An agent chooses the account and has two codes sent; the person enters both. */
    void prove(Client agent, Client visitor, UUID request, Person person) {
        choose(agent, request, person);
        enter(agent, visitor, request, "EMAIL", person.in().email());
        enter(agent, visitor, request, "LETTER", person.letters());
    }

    void choose(Client agent, UUID request, Person person) {
        agent.get("/desk/help/" + request);
        agent.post(
                "/desk/help/" + request + "/account",
                "account",
                person.account().toString());
    }

    Client.Answer enter(Client agent, Client visitor, UUID request, String kind, String address) {
        agent.post("/desk/help/" + request + "/proof", "kind", kind);
        visitor.get("/help/request/status");
        return visitor.post("/help/request/status/code", "code", code(address));
    }
}
