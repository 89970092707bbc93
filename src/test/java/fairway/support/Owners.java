package fairway.support;

import fairway.TestClock;
import fairway.TestJobs;
import fairway.cases.Cases;
import fairway.filing.TestFilings;
import fairway.identity.Accounts;
import fairway.signin.Post;
import fairway.signin.Signin;
import fairway.signin.TestPhones;
import fairway.signin.TestSecrets;
import fairway.signin.TestSignIn;
import fairway.signin.Way;
import fairway.support.Asked.Person;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Invented people who own what a story is about: a case, and everything that leads to it. */
@Component
class Owners {
    static final String PASSWORD = "Mi casa es azul.";
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(?:/es)?(/\\S+)");

    private final Doors doors;
    private final Making making;
    private final World world;

    Owners(Doors doors, Making making, World world) {
        this.doors = doors;
        this.making = making;
        this.world = world;
    }

    @Component("ownersDoors")
    record Doors(Signin signin, Accounts accounts, Cases cases) {}

    @Component("ownersMaking")
    record Making(Asked asked, TestSignIn sessions, TestSecrets secrets, TestFilings filings) {}

    @Component("ownersWorld")
    record World(TestClock clock, TestJobs jobs, JdbcClient db) {}

    /** What must be the same in the end: {@code number} and {@code receipt}. */
    record Owner(Person person, String phone, String backup, String number, String receipt) {
        UUID account() {
            return person.account();
        }

        String email() {
            return person.in().email();
        }
    }

    /** Codes go to the mailbox and to a phone; answers and a backup code are set; one form was filed. */
    Owner owner(int port) {
        var mark = UUID.randomUUID();
        var phone = TestPhones.next();
        var way = new Signin.DemoSignIn("story." + mark + "@example.org", PASSWORD, phone, null);
        var id = doors.signin().demoPerson(way, Locale.ENGLISH, "Luz Invented");
        making.secrets().answers(id);
        var person = making.asked().person(port, making.sessions().again(id));
        making.filings().receive(id, person.name(), Locale.ENGLISH);
        var receipt = doors.cases().of(id).getFirst().file().receipt().value();
        var number = doors.accounts().find(id).orElseThrow().number().value();
        return new Owner(person, phone, making.secrets().backupCode(id), number, receipt);
    }

    /** The id of a way to codes, or nothing where there is none. */
    String way(Owner owner, Way kind) {
        return doors.signin().ways().of(owner.account()).stream()
                .filter(way -> way.way() == kind)
                .map(way -> way.id().toString())
                .findFirst()
                .orElse("");
    }

    String email(Owner owner) {
        return doors.accounts().find(owner.account()).orElseThrow().email();
    }

    Post post() {
        return new Post(world.db(), world.jobs());
    }

    /** The newest link to this address or number that begins so, without its language. */
    String link(String address, String begins) {
        for (var body : post().bodies(address)) {
            var found = LINK.matcher(body);
            while (found.find()) {
                if (found.group(1).startsWith(begins)) {
                    return found.group(1);
                }
            }
        }
        throw new AssertionError("No link " + begins + " was sent to " + address);
    }

    /** How many messages to this address lead there. */
    long told(String address, String begins) {
        return post().bodies(address).stream()
                .filter(body -> body.contains(begins))
                .count();
    }
}
