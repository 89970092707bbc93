package fairway.reach;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.Walk;
import fairway.cases.ActResult;
import fairway.cases.CaseAct;
import fairway.cases.Cases;
import fairway.cases.Officer;
import fairway.filing.TestFilings;
import fairway.identity.Accounts;
import fairway.identity.EmailAddress;
import fairway.identity.PostalAddress;
import fairway.signin.TestPeople;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@FairwayTest
@Tag("CAS-11+")
class ExportingTests {
    @LocalServerPort
    int port;

    @Autowired
    TestFilings filings;

    @Autowired
    TestPeople people;

    @Autowired
    Accounts accounts;

    @Autowired
    Cases cases;

    @Autowired
    Exporting exporting;

    @Autowired
    TestClock clock;

    @Autowired
    TestJobs jobs;

    private UUID ana = new UUID(0, 0);

    @BeforeEach
    void filed() {
        clock.set(TestClock.START);
        ana = people.person("Ana Ruiz", Locale.ENGLISH);
        filings.receive(ana, "Ana Ruiz", Locale.ENGLISH);
        accounts.move(
                ana,
                new PostalAddress(Map.of("country", "US", "street", "12 Oak Street", "city", "Buffalo")),
                null,
                LocalDate.of(2026, 11, 1));
        jobs.runDue();
    }

    @Test
    void the_archive_opens_and_holds_everything_with_true_hashes() throws Exception {
        var entries = export(ana, Locale.ENGLISH);
        var folder = "cases/" + cases.of(ana).getFirst().file().receipt().value() + "/";
        assertThat(entries)
                .containsKeys(
                        "account.json",
                        "profile.json",
                        "addresses-told.json",
                        "account-history.json",
                        "index.html",
                        folder + "answers.json",
                        folder + "case.json");
        assertThat(entries.keySet())
                .anyMatch(name -> name.startsWith(folder + "notices/receipt") && name.endsWith(".html"))
                .anyMatch(name -> name.startsWith(folder + "notices/receipt") && name.endsWith(".pdf"))
                .anyMatch(name -> name.startsWith(folder + "files/") && name.endsWith(".pdf"));
        for (var line : text(entries, Archive.HASHES).lines().toList()) {
            var content = entries.get(line.substring(66));
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content)))
                    .isEqualTo(line.substring(0, 64));
        }
        assertThat(text(entries, "profile.json")).contains("12 Oak Street");
        assertThat(text(entries, "index.html"))
                .contains("You told us a new address", "profile.address", folder + "case.json");
        entries.forEach((name, content) -> {
            if (name.endsWith(".pdf")) {
                assertThat(new String(content, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
            }
        });
    }

    @Test
    void choices_passkeys_and_security_settings_are_in_it_and_nothing_that_opens_the_account() throws Exception {
        var walk = new Walk(port).with(people.cookie(ana, false));
        walk.get("/account/profile/notifications");
        walk.post("/account/profile/notifications", "CASE.email", "yes");
        accounts.safety().recoverAt(ana, EmailAddress.read("second@example.org").orElseThrow());
        var entries = export(ana, Locale.ENGLISH);
        assertThat(text(entries, "alert-choices.json").replaceAll("\\s", ""))
                .contains("\"REMINDER\":{")
                .containsPattern("\"CASE\":\\{[^}]*\"email\":true")
                .containsPattern("\"EVIDENCE\":\\{[^}]*\"email\":false");
        assertThat(text(entries, "passkeys.json")).isEqualTo("[ ]");
        assertThat(text(entries, "security-settings.json"))
                .contains("second@example.org", "waysToCodes", "sessions", "passwordSince")
                .doesNotContainIgnoringCase("secret")
                .doesNotContainIgnoringCase("hash");
        assertThat(walk.get("/account/profile/export").body()).contains("your passkeys by name");
    }

    @Test
    @Tag("A27")
    void nothing_of_anybody_else_is_in_it() throws Exception {
        var ben = people.person("Benedikt Foreigner", Locale.ENGLISH);
        filings.receive(ben, "Benedikt Foreigner", Locale.ENGLISH);
        var his = cases.of(ben).getFirst().file();
        var entries = export(ana, Locale.ENGLISH);
        entries.forEach((name, content) -> assertThat(name + new String(content, StandardCharsets.ISO_8859_1))
                .doesNotContain("Foreigner", his.receipt().value(), his.id().toString(), ben.toString()));
    }

    @Test
    void keys_officers_and_their_notes_are_not_in_it() throws Exception {
        var officer = new Officer(people.officer("Olu Secret-Officer", "OFFICER", "SUPERVISOR"), true);
        var receipt = cases.of(ana).getFirst().file().receipt();
        cases.note(officer, receipt, "Called the school.");
        var entries = export(ana, Locale.ENGLISH);
        var key = cases.of(ana).getFirst().file().key().toString();
        entries.forEach((name, content) -> assertThat(new String(content, StandardCharsets.ISO_8859_1))
                .doesNotContain(
                        "Called the school", "Secret-Officer", officer.account().toString(), key));
    }

    @Test
    void it_is_written_in_the_language_of_its_reader() throws Exception {
        assertThat(text(export(ana, Locale.of("es")), "index.html"))
                .contains("lang=\"es\"", "Todo lo que hay en su cuenta", "Usted nos dijo una dirección nueva");
    }

    @Test
    @Tag("SEC-5")
    void the_download_asks_for_a_fresh_proof_and_is_a_zip_file() throws Exception {
        var walk = new Walk(port).with(people.cookie(ana, false));
        walk.get("/account/profile/export");
        var download = walk.post("/account/profile/export");
        assertThat(download.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(download.headers().firstValue("Content-Disposition").orElse(""))
                .contains("my-account-2026-11-23.zip");
        assertThat(download.body()).startsWith("PK");
        clock.advance(Duration.ofMinutes(6));
        assertThat(walk.post("/account/profile/export").headers().firstValue("Location"))
                .contains("/sign-in/again");
    }

    @Test
    @Tag("SEC-10")
    void an_account_with_an_open_case_cannot_be_closed_and_a_closed_case_holds_nothing() {
        var walk = new Walk(port).with(people.cookie(ana, false));
        var receipt = cases.of(ana).getFirst().file().receipt();
        assertThat(walk.get("/account/profile/close").body()).contains("/cases/" + receipt, "cannot close");
        assertThat(walk.post("/account/profile/close", "sure", "yes").statusCode())
                .isEqualTo(200);
        assertThat(accounts.find(ana)).isPresent();
        var supervisor = new Officer(people.officer("Super", "OFFICER", "SUPERVISOR"), true);
        var seen = cases.open(supervisor, receipt).orElseThrow().version();
        assertThat(cases.simply(supervisor, seen, CaseAct.CLOSE, "Closed.")).isInstanceOf(ActResult.Done.class);
        assertThat(walk.post("/account/profile/close", "sure", "yes").statusCode())
                .isEqualTo(303);
        clock.advance(Duration.ofDays(31));
        jobs.runDue();
        var kept = cases.open(supervisor, receipt).orElseThrow();
        assertThat(kept.history()).anySatisfy(event -> assertThat(event.words()).contains("12 Oak Street"));
        assertThat(accounts.find(ana)).isEmpty();
        seen = kept.version();
        assertThat(cases.simply(supervisor, seen, CaseAct.REOPEN, "Again.")).isInstanceOf(ActResult.Done.class);
    }

    private Map<String, byte[]> export(UUID account, Locale language) throws IOException {
        var out = new ByteArrayOutputStream();
        exporting.write(account, language, out);
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entries.put(entry.getName(), zip.readAllBytes())).isNull();
            }
        }
        return entries;
    }

    private static String text(Map<String, byte[]> entries, String name) {
        return new String(entries.get(name), StandardCharsets.UTF_8);
    }
}
