package fairway.merging;

import fairway.TestClock;
import fairway.TestJobs;
import fairway.filing.TestFilings;
import fairway.payments.FeeCode;
import fairway.payments.Payments;
import fairway.signin.Client;
import fairway.signin.Post;
import fairway.signin.Signin;
import fairway.signin.TestCodes;
import fairway.signin.TestPhones;
import fairway.signin.TestSignIn;
import fairway.signin.TestSignIn.SignedIn;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One invented person with two accounts, each with a password and an app, and the staff who decides about them. */
@Component
class TwoAccounts {
    static final String PASSWORD = "Mi casa es azul.";
    static final String PATH = "/account/security/merge";
    static final String NAME = "Ana Twice";
    private static final Pattern CODE = Pattern.compile("id=\"merge-code\">([0-9A-Z-]{14})<");

    private final Signin making;
    private final TestSignIn signIn;
    private final Things things;
    private final TestClock clock;
    private final JdbcClient db;

    TwoAccounts(Signin making, TestSignIn signIn, Things things, TestClock clock, JdbcClient db) {
        this.making = making;
        this.signIn = signIn;
        this.things = things;
        this.clock = clock;
        this.db = db;
    }

    @Component("mergingThings")
    record Things(TestFilings filings, Payments payments, TestJobs jobs) {}

    record Side(UUID account, String email, String phone) {}

    Side side(String name) {
        var mark = UUID.randomUUID();
        var email = "two." + mark + "@example.org";
        var phone = TestPhones.next();
        var way = new Signin.DemoSignIn(email, PASSWORD, phone, TestCodes.secret());
        return new Side(making.demoPerson(way, Locale.ENGLISH, name), email, phone);
    }

    /** Signed in just now, without walking through the pages. */
    Client in(int port, Side side) {
        return client(port, signIn.again(side.account()));
    }

    Client agent(int port, String... roles) {
        return client(port, signIn.officer("Sam Invented", roles));
    }

    static Client client(int port, SignedIn in) {
        var client = new Client(port);
        client.cookies.put(in.cookieName(), in.cookieValue());
        client.get(in.cookieName().contains("desk") ? "/desk/help" : "/account");
        return client;
    }

    /** Password and app, over the pages; a minute later, so that each code is a new one. */
    String enter(Client browser, Side side) {
        clock.advance(Duration.ofMinutes(1));
        browser.get("/sign-in");
        var next = browser.post("/sign-in", "email", side.email(), "password", PASSWORD);
        if (!next.location().equals("/sign-in/code")) {
            return next.location();
        }
        browser.get("/sign-in/code");
        var app = making.ways().of(side.account()).stream()
                .filter(way -> way.way().name().equals("APP"))
                .findFirst()
                .orElseThrow();
        return browser.post("/sign-in/code", "with", app.id().toString(), "code", TestCodes.now(clock.instant()))
                .location();
    }

    /** Begins in this browser and reads the code. */
    String begin(Client kept) {
        kept.get(PATH);
        kept.post(PATH);
        return code(kept);
    }

    String code(Client kept) {
        var found = CODE.matcher(kept.get(PATH).body());
        if (!found.find()) {
            throw new AssertionError("no code is shown");
        }
        return found.group(1);
    }

    Client.Answer type(Client gone, String code) {
        gone.get(PATH + "/code");
        return gone.post(PATH + "/code", "code", code);
    }

    Client.Answer agree(Client gone) {
        gone.get(PATH + "/code");
        return gone.post(PATH + "/code/agree", "sure", "yes");
    }

    /** Proven in both; gives its identifier. */
    UUID proven(int port, Side kept, Side gone) {
        var code = begin(in(port, kept));
        var other = in(port, gone);
        type(other, code);
        if (!agree(other).location().endsWith("done=proven")) {
            throw new AssertionError("was not proven");
        }
        things.jobs().runDue();
        return merge(kept);
    }

    /** Proven, rested, approved. */
    UUID joined(int port, Side kept, Side gone) {
        var merge = proven(port, kept, gone);
        clock.advance(Duration.ofHours(24));
        var answer = approve(agent(port, "SUPPORT"), merge);
        if (!answer.endsWith("done=joined")) {
            throw new AssertionError("was not joined: " + answer);
        }
        return merge;
    }

    String approve(Client agent, UUID merge) {
        agent.get("/desk/merges/" + merge);
        return agent.post("/desk/merges/" + merge + "/approve").location();
    }

    UUID merge(Side kept) {
        return db.sql("select id from merging.merge where kept = :kept order by asked_at desc, id desc limit 1")
                .param("kept", kept.account())
                .query(UUID.class)
                .single();
    }

    String state(UUID merge) {
        return db.sql("select state from merging.merge where id = :id")
                .param("id", merge)
                .query(String.class)
                .single();
    }

    /** A case, its filing, package, notice and draft. */
    UUID filing(Side side) {
        var filing = things.filings().receive(side.account(), NAME, Locale.ENGLISH);
        things.jobs().runDue();
        return filing;
    }

    /** A draft with one sealed answer. */
    String draft(Client browser) {
        browser.get("/forms/i-765");
        var draft = browser.post("/forms/i-765/start").location();
        write(browser, draft, "Rivera");
        return draft;
    }

    Client.Answer write(Client browser, String draft, String family) {
        var hidden =
                fairway.drafts.Client.hidden(browser.get(draft + "/legal_name").body());
        var fields = new ArrayList<String>();
        hidden.forEach((name, value) -> {
            if (!name.equals("_csrf")) {
                for (var one : value.split("\n", -1)) {
                    fields.addAll(List.of(name, one));
                }
            }
        });
        fields.addAll(List.of("applicant.name.given", "Ana", "applicant.name.family", family));
        fields.addAll(List.of("applicant.has_other_names", "no", "then", "continue"));
        return browser.post(draft + "/legal_name", fields.toArray(String[]::new));
    }

    void message(Client browser, String text) {
        browser.get("/account/support");
        browser.post("/account/support", "text", text);
    }

    /** Rows of modules whose pages would make them only in long ways. */
    void more(Side side) {
        var quote = things.payments().quote(List.of(new FeeCode("i765.general", "why")), LocalDate.of(2026, 11, 23));
        things.payments().begin(UUID.randomUUID(), side.account(), quote, "/account", Locale.ENGLISH);
        db.sql("""
                insert into support.person_mark (account, source, kind, mark)
                values (:account, :source, 'NAME', decode(md5(:source), 'hex')),
                       (:account, 'profile', 'NAME', decode(md5(:source), 'hex'))
                """)
                .param("account", side.account())
                .param("source", UUID.randomUUID().toString())
                .update();
        db.sql("""
                insert into intake.paper_file (id, account, number, case_id, receipt, birth, opened_by, opened_at, code_hash,
                    code_expires_at, claimed_by, claimed_at)
                values (:id, gen_random_uuid(), :id::text, gen_random_uuid(), :id::text, '', gen_random_uuid(), now(), '',
                    now(), :account, now())
                """)
                .param("id", UUID.randomUUID())
                .param("account", side.account())
                .update();
    }

    List<String> subjects(String address) {
        return new Post(db, things.jobs()).subjects(address);
    }

    List<String> bodies(String address) {
        return new Post(db, things.jobs()).bodies(address);
    }

    String link(String address, String begins) {
        var pattern = Pattern.compile("https?://[^/\\s]+(" + begins + "\\S+)");
        return bodies(address).stream()
                .flatMap(body -> pattern.matcher(body).results())
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No link " + begins + " to " + address));
    }
}
