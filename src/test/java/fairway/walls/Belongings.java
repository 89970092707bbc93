package fairway.walls;

import fairway.TestJobs;
import fairway.cases.Cases;
import fairway.cases.Officer;
import fairway.cases.ReceiptNumber;
import fairway.filing.TestFilings;
import fairway.identity.Accounts;
import fairway.payments.Begin;
import fairway.payments.FeeCode;
import fairway.payments.Payments;
import fairway.signin.TestSignIn;
import fairway.signin.TestSignIn.SignedIn;
import fairway.vault.Vault;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One person with one of everything that has an identifier, and the officer who works on it. */
@Component
class Belongings {
    static final String NAME = "Ana Belongs";
    private static final String MOVE =
            "home.country=US&home.street=1+Elm+St&home.city=Lewiston&home.state=ME&home.zip=04240"
                    + "&from.year=2026&from.month=11&from.day=20&same=yes&_csrf=";
    private static final String NOBODYS = "0193a1b2-0000-7000-8000-000000000000";
    private static final Pattern FILE = Pattern.compile("/files/([0-9a-f-]{36})");

    private final TestSignIn signIn;
    private final Ways ways;
    private final Work work;
    private final Sealing sealing;
    private final JdbcClient db;

    Belongings(TestSignIn signIn, Ways ways, Work work, Sealing sealing, JdbcClient db) {
        this.signIn = signIn;
        this.ways = ways;
        this.work = work;
        this.sealing = sealing;
        this.db = db;
    }

    /** What makes the things. */
    @Component
    record Work(TestFilings filings, Cases cases, Payments payments, TestJobs jobs) {}

    /** What makes sealed rows that open. */
    @Component("belongingsSealing")
    record Sealing(Accounts accounts, Vault vault) {}

    /** Values of the variables in addresses, by the address they stand in and their name. */
    record Things(
            SignedIn owner, SignedIn officer, SignedIn agent, SignedIn administrator, Map<String, String> values) {
        boolean knows(String pattern, String variable) {
            return values.containsKey(whole(pattern, variable))
                    || values.containsKey(key(pattern, variable))
                    || values.containsKey(variable);
        }

        String of(String pattern, String variable) {
            return values.getOrDefault(
                    whole(pattern, variable),
                    values.getOrDefault(key(pattern, variable), values.getOrDefault(variable, "none")));
        }

        /** The address with these things in it. */
        String real(Routes.Route route) {
            return Doors.somebodys(route) ? route.path(variable -> of(route.pattern(), variable)) : route.path();
        }

        /** The same with things that never were. */
        String missing(Routes.Route route) {
            return route.path(variable -> nobodys(variable, of(route.pattern(), variable)));
        }

        static String nobodys(String variable, String value) {
            return variable.equals("receipt") ? "FWY0000000000" : value.matches("[0-9a-f-]{36}") ? NOBODYS : value;
        }

        /** The whole address up to it, where the same words mean different things. */
        private static String whole(String pattern, String variable) {
            return pattern.replaceFirst("\\{" + variable + "\\b.*", variable);
        }

        /** An identifier belongs to what stands before it: {@code notices:id}. */
        private static String key(String pattern, String variable) {
            return pattern.replaceFirst(".*/([^/]+)/\\{" + variable + "\\b.*", "$1") + ":" + variable;
        }
    }

    Things of(int port) {
        return of(port, NAME);
    }

    Things of(int port, String name) {
        var owner = signIn.again(ways.person(port, name).account());
        var officer = signIn.officer("Olga Owns", "OFFICER");
        var values = new HashMap<String, String>(Map.of("instance", "1", "slot", "x", "number", "1", "mark", "x"));
        values.put("account", owner.account().toString());
        var wire = new Wire(port);
        var draft = wire.form("/forms/i-765/start", "_csrf=" + owner.csrf(), Routes.cookies(owner))
                .location();
        values.put("draft", draft.replaceFirst(".*/", ""));
        var checklist = wire.ask("GET", draft, Routes.cookies(owner)).body();
        values.put(
                "topic", found(Pattern.compile(draft + "/(?!print|delete|review|evidence)([a-z_0-9]+)\""), checklist));
        values.put(
                "filing",
                work.filings().receive(owner.account(), name, Locale.ENGLISH).toString());
        work.jobs().runDue();
        var receipt = receipt(owner);
        values.put("receipt", receipt.value());
        take(officer, receipt);
        values.put("act", "request-evidence");
        values.put(
                "notices:id",
                one(
                        "select id from notices.notice where case_id = "
                                + "(select id from cases.case_file where receipt = :of)",
                        receipt.value()));
        var pack = UUID.randomUUID();
        var quote = work.payments().quote(List.of(new FeeCode("i765.general", "why")), LocalDate.of(2026, 11, 23));
        if (work.payments().begin(pack, owner.account(), quote, "/account", Locale.ENGLISH) instanceof Begin.Redirect) {
            values.put("payments:id", pack.toString());
        }
        var who = new Officer(officer.account(), false);
        var seen = work.cases().open(who, receipt).orElseThrow().version();
        work.cases()
                .requestEvidence(
                        who,
                        seen,
                        "Send your passport page.",
                        work.cases().latestAnswerDay().latest());
        values.put("files:id", upload(wire, owner, "/cases/" + receipt.value() + "/evidence-request"));
        values.put(
                "address:id", last(wire.form("/account/profile/address", MOVE + owner.csrf(), Routes.cookies(owner))));
        values.put("file", values.getOrDefault("files:id", ""));
        db.sql("select id from documents.document where holder_kind = 'filing' and holder = :of::uuid")
                .param("of", values.get("filing"))
                .query(UUID.class)
                .list()
                .forEach(id -> values.put("/cases/{receipt}/files/id", id.toString()));
        values.put(
                "session",
                one(
                        "select id from signin.session where account = :of::uuid",
                        owner.account().toString()));
        var way = wire.form("/account/security/codes", "_csrf=" + owner.csrf() + "&way=app", Routes.cookies(owner))
                .location();
        values.put("way", way.substring(way.lastIndexOf('/') + 1));
        return new Things(owner, officer, officer, officer, values);
    }

    /** And what those have a hand in who help and who administer. */
    Things withDesk(int port, Things things) {
        var agent = signIn.officer("Ada Agent", "SUPPORT");
        var administrator = signIn.officer("Adam Administers", "ADMINISTRATOR");
        var wire = new Wire(port);
        var owner = things.owner();
        var values = things.values();
        values.put("/desk/cases/{receipt}/act", "close");
        values.put("passkeys:id", passkey(owner.account()));
        values.put("/desk/security/passkeys/id", passkey(things.officer().account()));
        var look = "&reason=CALL&note=They+asked+on+the+phone&who=" + owner.email();
        values.put(
                "support:id", last(wire.form("/desk/support", "_csrf=" + agent.csrf() + look, Routes.cookies(agent))));
        wire.form("/account/support", "_csrf=" + owner.csrf() + "&text=Where+is+it", Routes.cookies(owner));
        values.put(
                "help:id",
                one(
                        "select id from support.request where account = :of::uuid",
                        owner.account().toString()));
        values.put("compare:id", values.get("help:id"));
        compare(UUID.fromString(values.get("help:id")), owner.account(), agent.account());
        values.put("merges:id", merge(owner.account()));
        var invited = "invited." + UUID.randomUUID() + "@example.org";
        wire.form(
                "/desk/staff/invite",
                "_csrf=" + administrator.csrf() + "&roles=OFFICER&email=" + invited,
                Routes.cookies(administrator));
        values.put(
                "invitations:id",
                one(
                        "select id from administration.invitation where invited_by = :of::uuid",
                        administrator.account().toString()));
        values.put("staff:id", things.officer().account().toString());
        return new Things(owner, things.officer(), agent, administrator, values);
    }

    /** Two accounts that were not to be one. */
    private String merge(UUID account) {
        var id = UUID.randomUUID();
        db.sql("""
                insert into merging.merge (id, kept, gone, state, nonce, mac_key, code_mark, asked_at, code_until, proven_at)
                values (:id, :account, :other, 'REFUSED', '', 1, decode(md5(:id::text), 'hex'), now(), now(), now())
                """)
                .param("id", id)
                .param("account", account)
                .param("other", UUID.randomUUID())
                .update();
        return id.toString();
    }

    private String passkey(UUID account) {
        var id = UUID.randomUUID();
        var key = sealing.accounts().find(account).orElseThrow().key();
        db.sql("""
                insert into passkeys.passkey (id, account, credential_id, credential, label, transports, sign_count,
                    user_verified, backup_eligible, backed_up, bound_at)
                values (:id, :account, decode(md5(:id::text), 'hex'), '', :label, '{}', 0, true, false, false, now())
                """)
                .param("id", id)
                .param("account", account)
                .param(
                        "label",
                        sealing.vault()
                                .seal(
                                        key,
                                        "Phone".getBytes(StandardCharsets.UTF_8),
                                        "passkeys.passkey/" + id + "/label"))
                .update();
        return id.toString();
    }

    /** A document that an officer is to hold beside the files. */
    private void compare(UUID request, UUID account, UUID agent) {
        db.sql("""
                insert into support.proof (id, request, account, kind, sort, nonce, mac_key, asked_by, made_at, expires_at)
                values (:id, :request, :account, 'DOCUMENT', 'DOCUMENT', '', 1, :agent, now(), now() + interval '9 years')
                """)
                .param("id", UUID.randomUUID())
                .param("request", request)
                .param("account", account)
                .param("agent", agent)
                .update();
    }

    private static String last(Wire.Answer answer) {
        return answer.location().substring(answer.location().lastIndexOf('/') + 1);
    }

    private ReceiptNumber receipt(SignedIn owner) {
        return work.cases().of(owner.account()).getFirst().file().receipt();
    }

    /** Others of this run may have left cases in the queue before ours. */
    private void take(SignedIn officer, ReceiptNumber wanted) {
        for (int i = 0; i < 500; i++) {
            var taken = work.cases().takeNext(new Officer(officer.account(), false));
            if (taken.isEmpty() || taken.get().equals(wanted)) {
                return;
            }
        }
    }

    private static String upload(Wire wire, SignedIn owner, String page) {
        wire.upload(page + "/files", owner.csrf(), "passport.png", picture(), Routes.cookies(owner));
        var shown = wire.ask("GET", page, Routes.cookies(owner)).body();
        return found(FILE, shown);
    }

    private static String found(Pattern pattern, String page) {
        var found = pattern.matcher(page);
        if (!found.find()) {
            throw new AssertionError("No " + pattern);
        }
        return found.group(1);
    }

    static byte[] picture() {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String one(String query, String of) {
        return db.sql(query)
                .param("of", of)
                .query((row, n) -> row.getString(1))
                .list()
                .getFirst();
    }
}
