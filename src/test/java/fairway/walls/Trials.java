package fairway.walls;

import fairway.signin.TestSignIn;
import fairway.signin.TestSignIn.SignedIn;
import fairway.walls.Belongings.Things;
import fairway.walls.Rivals.Stage;
import fairway.walls.Trial.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Each name by which one of two people, or somebody who works here, may ask for what is the other’s. */
@Component
class Trials {
    private static final String NOBODYS = "0193a1b2-0000-7000-8000-000000000000";
    private static final String NO_RECEIPT = "FWY0000000000";
    private static final String BORN = "&code=AAAA-AAAA-AAAA&born.year=1990&born.month=1&born.day=30";

    private final TestSignIn signIn;
    private final Rivals rivals;
    private final Routes routes;

    private final List<Trial> all = new ArrayList<>();
    private final List<Trial> byRight = new ArrayList<>();
    private Stage stage = new Stage(0, List.of(), Map.of(), Map.of());

    Trials(TestSignIn signIn, Rivals rivals, Routes routes) {
        this.signIn = signIn;
        this.rivals = rivals;
        this.routes = routes;
    }

    List<Trial> of(int port) {
        all.clear();
        byRight.clear();
        stage = rivals.of(port);
        people();
        drafts();
        entry("");
        entry("/desk");
        back();
        desk();
        return all;
    }

    List<Trial> byRight() {
        return byRight;
    }

    void away() {
        rivals.away(stage);
    }

    /** By what the owner’s rows are known. */
    List<String> foreign() {
        return List.copyOf(stage.foreign().values());
    }

    private void people() {
        var owner = stage.owner().owner();
        var number = of("number");
        person("POST /account/support/reply", "about", "about=@&reply-" + number + "=hello+there", ids("help:id"));
        byRight(Who.OWNER, owner, "POST /account/support/reply", "about", "about=@", ids("help:id"));
        person("POST /account/security/merge/undo", "merge", "merge=@", ids("joined"));
        person("POST /account/security/lost", "lost", "lost=APP:@", ids("app"));
        person("POST /account/security/lost/found", "factor", "factor=PASSKEY:@", ids("passkeys:id"));
        byRight(
                Who.OWNER,
                owner,
                "POST /account/security/lost/found",
                "factor",
                "factor=PASSKEY:@",
                ids("passkeys:id"));
        var addresses = mails(owner);
        person("POST /account/security/email", "email", "email=@", addresses);
        person("POST /account/security/recovery", "email", "email=@", addresses);
        person("POST /account/claim", "number", "number=@" + BORN, new Names(of("paper"), NO_RECEIPT));
        person("POST /account/claim/letter", "number", "number=@" + BORN, new Names(of("paper"), NO_RECEIPT));
        person("POST /cases/{receipt}/evidence-request/files", "of", "of=@", ids("files:id"));
        var answers = "POST /cases/{receipt}/evidence-request/files";
        byRight.add(new Trial(
                Who.OWNER,
                cookies(owner),
                answers,
                "of",
                "of=@",
                ids("files:id"),
                stage.owner().values()));
    }

    private void drafts() {
        var mine = new HashMap<>(stage.stranger().values());
        var in = stage.stranger().owner();
        mine.put("slot", rivals.slot(stage.port(), stage.stranger()));
        mine.put("instance", "0");
        all.add(new Trial(
                Who.STRANGER,
                cookies(in),
                "POST /drafts/{draft}/evidence/{slot}/files",
                "of",
                "of=@",
                ids("files:id"),
                mine));
        var names = new Names(rivals.rev(stage.port(), stage.owner()), "x".repeat(40) + "." + "x".repeat(43));
        for (var route : routes.changing()) {
            if (Named.whole(route).filter(any -> any.contains("rev")).isPresent()) {
                all.add(new Trial(Who.STRANGER, cookies(in), route.toString(), "rev", "rev=@", names, mine));
            }
        }
        byRight.add(new Trial(
                Who.OWNER,
                cookies(stage.owner().owner()),
                "POST /drafts/{draft}/{topic}",
                "rev",
                "rev=@",
                names,
                stage.owner().values()));
    }

    /** Half and whole sessions at one of the two entries. */
    private void entry(String desk) {
        var whole = desk.isEmpty() ? stage.stranger().owner() : stage.stranger().officer();
        var half = signIn.half(whole.account());
        var nobody = TestSignIn.csrfCookie();
        var place = desk.isEmpty() ? "/cases/" : "/desk/cases/";
        var pages = new Names(place + of("receipt"), place + NO_RECEIPT);
        for (var again : List.of("", "/again")) {
            var who = again.isEmpty() ? cookies(half) : cookies(whole);
            var code = desk + "/sign-in" + again + "/code";
            entry(who, "GET " + code, "with", "with=@", ids("app"));
            entry(who, "POST " + code + "/send", "with", "with=@", ids("app"));
            entry(who, "POST " + code, "with", "with=@&code=000000", ids("app"));
        }
        entry(nobody, "GET " + desk + "/sign-in", "to", "to=@", pages);
        entry(nobody, "POST " + desk + "/sign-in", "to", "email=nobody%40example.org&password=none&to=@", pages);
        entry(cookies(whole), "GET " + desk + "/sign-in/again", "to", "to=@", pages);
        entry(nobody, "GET " + desk + "/sign-in/passkey", "to", "to=@", pages);
        entry(nobody, "POST " + desk + "/sign-in/passkey", "to", "to=@", pages);
    }

    private void entry(String cookies, String route, String field, String form, Names names) {
        all.add(new Trial(Who.HALF_PERSON, cookies, route, field, form, names, Map.of()));
    }

    /** Of somebody who lost the password and reads the mailbox. */
    private void back() {
        var browsers = rivals.back(stage);
        var code = "/sign-in/forgot/prove/code";
        for (var route : List.of("GET " + code, "POST " + code + "/send", "POST " + code)) {
            entry(browsers.getLast(), route, "with", "with=@&code=000000", ids("app"));
            byRight.add(new Trial(
                    Who.OWNER, browsers.getFirst(), route, "with", "with=@&code=000000", ids("app"), Map.of()));
        }
    }

    private void desk() {
        var owner = stage.owner();
        var other = stage.stranger().officer();
        var supervisor = signIn.officer("Sue Supervises", "SUPERVISOR");
        var agents = List.of(owner.agent(), signIn.officer("Otto Other", "SUPPORT"));
        var note = "&reason=CALL&note=They+asked+on+the+phone";
        for (var agent : agents) {
            var staff = new Names(owner.officer().account().toString(), NOBODYS);
            desk(Who.AGENT, agent, "POST /desk/help/{id}/account", "account", "account=@", staff);
            var mails = mails(owner.officer());
            desk(Who.AGENT, agent, "POST /desk/help/{id}/find", "who", "who=@", mails);
            desk(Who.AGENT, agent, "POST /desk/support", "who", "who=@" + note, mails);
        }
        var receipts = new Names(of("receipt"), NO_RECEIPT);
        for (var officer : List.of(owner.officer(), other, supervisor)) {
            desk(Who.OFFICER, officer, "POST /desk/exceptions", "message", "message=@", ids("message"));
            desk(Who.OFFICER, officer, "GET /desk/find", "receipt", "receipt=@", receipts);
        }
        var keyed = new Names(of("paper"), NO_RECEIPT);
        desk(Who.OTHER_OFFICER, other, "GET /desk/intake", "opened", "opened=@", keyed);
        desk(Who.SUPERVISOR, supervisor, "GET /desk/intake", "opened", "opened=@", keyed);
        byRight(Who.OFFICER, owner.officer(), "GET /desk/intake", "opened", "opened=@", keyed);
        var found = new Names(owner.owner().account().toString(), NOBODYS);
        var agent = owner.agent();
        byRight(Who.AGENT, agent, "POST /desk/support", "who", "who=@" + note, mails(owner.owner()));
        byRight(Who.AGENT, agent, "POST /desk/help/{id}/find", "who", "who=@", mails(owner.owner()));
        byRight(Who.AGENT, agent, "POST /desk/help/{id}/account", "account", "account=@", found);
    }

    /** Another of the same length: pages that say it again are as long. */
    private static Names mails(SignedIn person) {
        return new Names(person.email(), "x" + person.email().substring(1));
    }

    /** What somebody sees of a page, without the name itself. */
    String seen(Trial trial, String value) {
        var route = routes.all().stream()
                .filter(one -> one.toString().equals(trial.route()))
                .findFirst()
                .orElseThrow();
        var values = new Things(
                stage.owner().owner(),
                stage.owner().officer(),
                stage.owner().agent(),
                stage.owner().administrator(),
                trial.at());
        var path = route.path(variable -> values.of(route.pattern(), variable));
        var cookies = "Cookie: " + trial.cookies();
        var wire = new Wire(stage.port());
        if (trial.field().equals("of")) {
            var fields = Map.of("of", value, "part", "translation");
            return Cast.plain(
                    wire.upload(path, TestSignIn.csrf(), fields, "x.png", Belongings.picture(), cookies), value);
        }
        var form = trial.form().replace("@", value);
        var answer = route.changes()
                ? wire.form(path, "_csrf=" + TestSignIn.csrf() + "&" + form, cookies)
                : wire.ask("GET", path + "?" + form, cookies);
        return Cast.plain(answer, value);
    }

    private void person(String route, String field, String form, Names names) {
        var in = stage.stranger().owner();
        all.add(new Trial(
                Who.STRANGER,
                cookies(in),
                route,
                field,
                form,
                names,
                stage.stranger().values()));
    }

    private void desk(Who who, SignedIn in, String route, String field, String form, Names names) {
        all.add(new Trial(who, cookies(in), route, field, form, names, stage.desk()));
    }

    private void byRight(Who who, SignedIn in, String route, String field, String form, Names names) {
        byRight.add(new Trial(who, cookies(in), route, field, form, names, stage.desk()));
    }

    private Names ids(String name) {
        return new Names(of(name), NOBODYS);
    }

    private String of(String name) {
        return stage.foreign().getOrDefault(name, "none");
    }

    private static String cookies(SignedIn in) {
        return in.cookies();
    }
}
