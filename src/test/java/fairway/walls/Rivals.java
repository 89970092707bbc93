package fairway.walls;

import com.fasterxml.uuid.NoArgGenerator;
import fairway.TestClock;
import fairway.identity.PaperPerson;
import fairway.identity.PersonName;
import fairway.identity.PostalAddress;
import fairway.intake.Intake;
import fairway.intake.PaperForm;
import fairway.signin.TestSignIn;
import fairway.signin.TestSignIn.SignedIn;
import fairway.walls.Belongings.Things;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Two people with one of everything that is named in forms, and the desk that has to do with one of them. */
@Component
class Rivals {
    private static final Pattern REV = Pattern.compile("name=\"rev\" value=\"([^\"]+)\"");
    private static final Pattern SLOT = Pattern.compile("/evidence/([a-z0-9_-]+)/files");
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/sign-in/forgot/link/\\S+)");
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f-]{36}|FWY[0-9]{10}");

    private final Belongings belongings;
    private final Ways ways;
    private final Making making;

    Rivals(Belongings belongings, Ways ways, Making making) {
        this.belongings = belongings;
        this.ways = ways;
        this.making = making;
    }

    /** What makes what {@link Belongings} have not. */
    @Component
    record Making(Intake intake, JdbcClient db, NoArgGenerator ids) {}

    /** {@code desk} stands in addresses of the desk, {@code foreign} is the owner’s under the names it goes by. */
    record Stage(int port, List<Things> things, Map<String, String> desk, Map<String, String> foreign) {
        Things owner() {
            return things.getFirst();
        }

        Things stranger() {
            return things.getLast();
        }
    }

    Stage of(int port) {
        var owner = belongings.withDesk(port, belongings.of(port));
        var stranger = belongings.of(port, "Berta Belongs");
        var desk = new HashMap<>(owner.values());
        desk.put("help:id", help(port));
        var foreign = new HashMap<String, String>();
        owner.values().forEach((name, value) -> {
            if (SHAPE.matcher(value).matches()) {
                foreign.put(name, value);
            }
        });
        foreign.remove("staff:id");
        foreign.put("asked", desk.getOrDefault("help:id", ""));
        var person = owner.owner();
        foreign.put(
                "app", one("select id::text from signin.authenticator where account = :of and way = 'APP'", person));
        foreign.put("number", one("select number from support.request where account = :of", person));
        foreign.put("message", one("select id::text from delivery.message where account = :of", person));
        foreign.put("joined", joined(person.account()));
        foreign.put("paper", paper(owner.officer().account()));
        making.db()
                .sql("update passkeys.passkey set lost_at = :now where account = :of")
                .param("now", Timestamp.from(TestClock.START))
                .param("of", person.account())
                .update();
        return new Stage(port, List.of(owner, stranger), desk, foreign);
    }

    /** What nobody else’s tests expect to find. */
    void away(Stage stage) {
        making.db()
                .sql("delete from merging.merge where id = :id::uuid")
                .param("id", stage.foreign().get("joined"))
                .update();
    }

    /** Browsers of both that lost the password and have opened the link in the mailbox. */
    List<String> back(Stage stage) {
        var browsers = new ArrayList<String>();
        for (var whose : stage.things()) {
            var person = whose.owner();
            var browser = new Visitor(new Wire(stage.port()), person.email(), person.account(), ways);
            browser.fill("/sign-in/forgot", "email", browser.email());
            browser.get(found(LINK, ways.mails(browser.email())));
            browser.fill("/sign-in/forgot/link");
            browsers.add(browser.cookies.entrySet().stream()
                    .filter(cookie -> !TestSignIn.csrfCookie().startsWith(cookie.getKey() + "="))
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; ", TestSignIn.csrfCookie() + "; ", "")));
        }
        return browsers;
    }

    /** The mark of a page of a draft, as it was shown. */
    String rev(int port, Things whose) {
        return found(REV, page(port, whose, "/" + whose.values().get("topic")));
    }

    /** A slot that the answers of a draft ask for. */
    String slot(int port, Things whose) {
        return found(SLOT, page(port, whose, "/evidence"));
    }

    private static String page(int port, Things whose, String rest) {
        return new Wire(port)
                .ask("GET", "/drafts/" + whose.values().get("draft") + rest, Routes.cookies(whose.owner()))
                .body();
    }

    /** A joining that could still be taken back. */
    private String joined(UUID kept) {
        var id = making.ids().generate();
        making.db()
                .sql("""
                insert into merging.merge
                    (id, kept, gone, state, nonce, mac_key, code_mark, asked_at, code_until, proven_at, joined_at)
                values (:id, :kept, :gone, 'JOINED', '', 1, decode(md5(:id::text), 'hex'), :now, :now, :now, :now)
                """)
                .param("id", id)
                .param("kept", kept)
                .param("gone", making.ids().generate())
                .param("now", Timestamp.from(TestClock.START))
                .update();
        return id.toString();
    }

    private String paper(UUID officer) {
        var address = new PostalAddress(
                Map.of("country", "US", "street", "1 Elm St", "city", "Lewiston", "state", "ME", "zip", "04240"));
        var name = new PersonName("Papel", "Ana", "");
        var person = new PaperPerson(name, LocalDate.of(1990, 1, 31), address, Locale.ENGLISH);
        return making.intake()
                .open(officer, new PaperForm(person, "012345678", "i-765"))
                .value();
    }

    /** Asked by nobody we know, and waiting for an account. */
    private String help(int port) {
        new Wire(port)
                .form(
                        "/help/request",
                        "_csrf=" + TestSignIn.csrf() + "&name=Nina+Nobody&born.year=1986&born.month=4&born.day=28"
                                + "&a_number=&phone=&lost=EVERYTHING&text=&email=asks." + UUID.randomUUID()
                                + "@example.org",
                        "Cookie: " + TestSignIn.csrfCookie());
        return making.db()
                .sql("select id::text from support.request where kind = 'RECOVERY' order by id desc limit 1")
                .query(String.class)
                .single();
    }

    private String one(String query, SignedIn of) {
        return making.db()
                .sql(query + " order by 1 limit 1")
                .param("of", of.account())
                .query(String.class)
                .single();
    }

    static String found(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) {
            throw new AssertionError("No " + pattern + " in " + text);
        }
        return found.group(1);
    }
}
