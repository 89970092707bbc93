package fairway.walls;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.signin.TestSignIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the log of this machine never holds, whoever types what. */
@FairwayTest
class LogTests {
    private static final Pattern SECRET = Pattern.compile("/sign-up/confirm/([A-Za-z0-9_-]{20,})|\\b([0-9]{6})\\b");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient db;

    @Autowired
    Ways ways;

    @Autowired
    TestSignIn signIn;

    @Autowired
    TestJobs jobs;

    @Autowired
    TestClock clock;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void read_the_log() {
        clock.advance(java.time.Duration.ofMinutes(5));
        log.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
        log.start();
        root().addAppender(log);
    }

    @AfterEach
    void stop() {
        root().detachAppender(log);
    }

    @Test
    @Tag("L02")
    void no_password_code_token_answer_name_number_or_address_reaches_it_or_the_record_of_acts() {
        var planted = new ArrayList<>(List.of("Canaria-Zunder", "canary-answer-8841", "Canario casa es 8841."));
        var luz = ways.person(port, "Canaria-Zunder");
        planted.add(luz.email());
        luz.get("/sign-in");
        luz.post("/sign-in", "email", luz.email(), "password", "Canario casa es 8841.");
        luz.post("/sign-in", "email", "nobody-" + luz.email(), "password", "Canario casa es 8841.");
        ways.signedIn(luz);
        planted.add(luz.appCode());
        luz.post("/sign-in/code", "code", "884100");
        luz.get("/forms/i-765");
        var draft = luz.post("/forms/i-765/start").location();
        luz.fill(draft + "/legal_name", "applicant.name.family", "canary-answer-8841", "then", "leave");
        luz.fill(
                draft + "/numbers",
                "applicant.a_number",
                "A208841008",
                "applicant.ssn",
                "219-09-9999",
                "then",
                "leave");
        planted.addAll(List.of("208841008", "219-09-9999", "219099999"));
        luz.get("/cases/canary-answer-8841");
        luz.get("/account?x=canary-answer-8841");
        luz.get("/status?receipt=canary-answer-8841");
        luz.get("/payments/canary-answer-8841");
        luz.raw("/drafts/canary-answer-8841/sign", "name=canary-answer-8841%00");
        var fresh = luz.elsewhere();
        var email = "canary." + UUID.randomUUID() + "@example.org";
        planted.add(email);
        fresh.fill("/sign-up", "email", email);
        SECRET.matcher(ways.mails(luz.email()) + ways.mails(email)).results().forEach(found -> {
            planted.add(found.group(1) == null ? found.group(2) : found.group(1));
        });
        planted.addAll(luz.cookies.values());
        root().warn("the log is read");
        assertThat(lines()).anyMatch(line -> line.contains("the log is read"));
        assertThat(planted).hasSizeGreaterThan(6);
        assertThat(luz.get(draft + "/numbers").body()).contains("208841008");
        for (var canary : planted) {
            // A code of six digits alone is a secret; within a longer number or an identifier it is chance.
            var alone = Pattern.compile("(?<![0-9A-Za-z])" + Pattern.quote(canary) + "(?![0-9A-Za-z])")
                    .asPredicate();
            assertThat(lines()).noneMatch(canary.length() > 8 ? line -> line.contains(canary) : alone);
        }
        // Six digits alone stand in many an identifier.
        assertThat(planted.stream().filter(canary -> canary.length() > 8 && actsWith(canary) > 0))
                .isEmpty();
    }

    @Test
    @Tag("L03")
    @Tag("A50")
    void nothing_typed_forges_or_colours_a_line_of_it() {
        var forged = "x%0d%0a2026-11-23 ERROR forged-line%1b%5B31m%08%0a%E2%80%A8";
        var person = signIn.person("Ana\nforged-line", Locale.ENGLISH);
        var wire = new Wire(port);
        for (var page : List.of("/sign-in?to=", "/status?receipt=", "/account?x=", "/cases/", "/drafts/", "/es/")) {
            wire.ask(
                    "GET",
                    page + forged,
                    Routes.cookies(person),
                    "User-Agent: x\u001b[31mforged-line",
                    "X-Request-Id: forged-line",
                    "X-Forwarded-For: forged-line");
        }
        wire.raw("GET /\u001b[31mforged-line HTTP/1.1\r\nHost: forged-line\u001b[2J\r\nConnection: close\r\n\r\n");
        wire.raw("forged-line\r\n\r\n");
        wire.form(
                "/sign-in",
                "_csrf=" + TestSignIn.csrf() + "&email=" + forged + "@example.org&password=" + forged,
                "Cookie: " + TestSignIn.csrfCookie(),
                "User-Agent: forged-line\u001b[31m");
        wire.upload(
                "/cases/FWY0000000000/evidence-request/files",
                person.csrf(),
                "forged-line\u001b[31m.pdf",
                new byte[] {1},
                Routes.cookies(person));
        jobs.runDue();
        assertThat(lines()).noneMatch(line -> line.contains("forged-line") || line.contains("\u001b"));
        assertThat(log.list)
                .allSatisfy(
                        event -> assertThat(event.getFormattedMessage().lines().skip(1))
                                .allMatch(line -> line.matches("( {4}at |caused by ).*")));
    }

    @Test
    @Tag("A50")
    void the_record_of_acts_holds_no_typed_text_that_a_spreadsheet_would_run() {
        var formulas = db.sql("select count(*) from audit.entry e where e::text ~ '[,\"(][=+@-](cmd|HYPERLINK|SUM)'")
                .query(Long.class)
                .single();
        assertThat(formulas).isZero();
        var owner = Routes.cookies(signIn.person("=cmd|'/C calc'!A0", Locale.ENGLISH));
        for (var page : List.of("/account", "/account/profile")) {
            assertThat(new Wire(port).ask("GET", page, owner).header("Content-Type"))
                    .doesNotContain("csv", "excel", "spreadsheet");
        }
    }

    private long actsWith(String canary) {
        return db.sql("select count(*) from audit.entry e where e::text like :canary")
                .param("canary", "%" + canary + "%")
                .query(Long.class)
                .single();
    }

    private List<String> lines() {
        return List.copyOf(log.list).stream()
                .map(event ->
                        event.getFormattedMessage() + " " + event.getLoggerName() + " " + event.getMDCPropertyMap()
                                + (event.getThrowableProxy() == null
                                        ? ""
                                        : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .toList();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
