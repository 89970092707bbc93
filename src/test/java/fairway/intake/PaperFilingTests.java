package fairway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.audit.Audit;
import fairway.audit.Subject;
import fairway.cases.Cases;
import fairway.cases.Officer;
import fairway.identity.Accounts;
import fairway.paper.TestPdf;
import fairway.signin.Client;
import fairway.signin.TestSignIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the paper on an officer's table to the letter in its person's hands. */
@FairwayTest
@Tag("ACC-13")
class PaperFilingTests {
    @LocalServerPort
    int port;

    @Autowired
    TestPaper paper;

    @Autowired
    TestSignIn signIn;

    @Autowired
    Accounts accounts;

    @Autowired
    Cases cases;

    @Autowired
    Audit audit;

    @Autowired
    TestClock clock;

    @Autowired
    TestJobs jobs;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void later() {
        clock.advance(Duration.ofMinutes(30));
    }

    @Test
    void an_officer_keys_it_and_sees_both_numbers_and_never_the_code() {
        var officer = client(signIn.officer("Olga Invented", "OFFICER"));
        var street = UUID.randomUUID() + " Elm St";
        officer.get("/desk/intake");
        assertThat(officer.post("/desk/intake").body())
                .contains("Choose one", "Enter the family name", "a day in the past", "Choose the state", "ZIP code");
        var opened = key(officer, street);
        assertThat(opened.location()).as(opened.body()).matches("/desk/intake[?]opened=FWY[0-9]{10}");
        var receipt = opened.location().substring(opened.location().indexOf('=') + 1);
        var file = paper.file(new fairway.cases.ReceiptNumber(receipt));
        var letter = paper.letters(street).getFirst();
        assertThat(letter)
                .startsWith("Aviso de acceso a la cuenta")
                .contains(file.number().grouped(), file.receipt().grouped(), "/es/account/claim");
        var code = paper.code(street);
        assertThat(officer.get(opened.location()).body().replace('\u00a0', ' '))
                .contains(file.number().grouped(), "The case is open")
                .doesNotContain(code, code.replace("-", ""));
        var other = client(signIn.officer("Otto Invented", "OFFICER"));
        assertThat(other.get(opened.location()).body()).doesNotContain("The case is open");
        for (var role : List.of("SUPPORT", "ADMINISTRATOR")) {
            assertThat(client(signIn.officer("Sam Invented", role))
                            .get("/desk/intake")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void the_account_has_a_number_and_nobody_can_sign_in_to_it() {
        var arrived = paper.arrived();
        var account = accounts.find(arrived.file().account()).orElseThrow();
        assertThat(account.email()).isEmpty();
        assertThat(account.number()).isEqualTo(arrived.file().number());
        assertThat(accounts.contactOf(account.id()).emails()).isEmpty();
        assertThat(accounts.safety().addresses(account.id())).isEmpty();
        assertThat(accounts.profileOf(account.id()).born()).isEqualTo(TestPaper.BORN);
        assertThat(db.sql("select count(*) from signin.credential where account = ?")
                        .param(account.id())
                        .query(Integer.class)
                        .single())
                .isZero();
        var door = new Client(port);
        door.get("/sign-in");
        assertThat(door.post("/sign-in", "email", "", "password", "").status()).isIn(200, 422);
        assertThat(door.get("/account").status()).isNotEqualTo(200);
    }

    @Test
    void the_case_is_one_like_all_others_with_its_receipt_notice_and_its_name() {
        var arrived = paper.arrived("Suparno", Locale.ENGLISH);
        var file = cases.find(arrived.file().caseId()).orElseThrow();
        assertThat(cases.applicantOf(file)).isEqualTo("Suparno Papel");
        assertThat(cases.statusOf(file.receipt())).isPresent();
        assertThat(cases.of(arrived.file().account(), file.receipt())
                        .orElseThrow()
                        .history())
                .extracting(event -> event.what().name())
                .contains("OPEN", "POST_NOTICE");
        var supervisor = signIn.officer("Sol Invented", "OFFICER", "SUPERVISOR");
        assertThat(client(supervisor).get("/desk/cases/" + arrived.receipt()).body())
                .contains("Suparno Papel");
        assertThat(cases.open(new Officer(supervisor.account(), true), file.receipt()))
                .isPresent();
        assertThat(audit.about(Subject.of("case", file.id())))
                .anyMatch(entry -> entry.act().what().equals("intake.opened"));
    }

    @Test
    void the_printed_sheet_goes_with_the_letter() throws Exception {
        var arrived = paper.arrived();
        var message = db.sql("select message from delivery.outbox where position(:street in address) > 0")
                .param("street", arrived.street())
                .query((row, n) -> row.getObject(1, UUID.class))
                .single();
        var pdf = db.sql("select pdf from delivery.outbox where message = :id")
                .param("id", message)
                .query((row, n) -> row.getBytes(1))
                .single();
        assertThat(TestPdf.text(pdf))
                .contains(arrived.code(), arrived.file().number().grouped());
        assertThat(new Client(port).get("/outbox/" + message + "/pdf").status()).isEqualTo(200);
        assertThat(new Client(port).get("/outbox/" + UUID.randomUUID() + "/pdf").status())
                .isEqualTo(404);
    }

    @Test
    @Tag("A29")
    void the_code_is_nowhere_in_the_database_but_in_what_has_left_the_house() {
        var arrived = paper.arrived();
        jobs.runDue();
        var tables = db.sql("""
                select table_schema || '.' || table_name from information_schema.tables
                where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
                  and table_schema || '.' || table_name <> 'delivery.outbox'
                """).query((row, n) -> row.getString(1)).list();
        var found = new ArrayList<String>();
        for (var table : tables) {
            for (var code : List.of(arrived.code(), arrived.code().replace("-", ""))) {
                var hex = java.util.HexFormat.of().formatHex(code.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                if (db.sql("select exists (select 1 from " + table + " t where position(:code in t::text) > 0"
                                + " or position(:hex in t::text) > 0)")
                        .param("code", code)
                        .param("hex", hex)
                        .query((row, n) -> row.getBoolean(1))
                        .single()) {
                    found.add(table);
                }
            }
        }
        assertThat(tables).hasSizeGreaterThan(30);
        assertThat(found).isEmpty();
    }

    private static Client.Answer key(Client officer, String street) {
        return officer.post(
                "/desk/intake",
                "form",
                "i-765",
                "family",
                "Fernández-Echeverría y Quiñones",
                "given",
                "María",
                "born.year",
                "1990",
                "born.month",
                "1",
                "born.day",
                "31",
                "a_number",
                "A 12 345 678",
                "street",
                street,
                "city",
                "Lewiston",
                "state",
                "ME",
                "zip",
                "04240",
                "language",
                "es");
    }

    private Client client(TestSignIn.SignedIn who) {
        var client = new Client(port);
        client.cookies.put(who.cookieName(), who.cookieValue());
        return client;
    }
}
