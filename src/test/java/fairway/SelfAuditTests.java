package fairway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import fairway.audit.Audit;
import fairway.promises.Promises;
import fairway.vault.KeyKind;
import fairway.vault.Vault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

/** Each fault is planted and has to be found. */
@FairwayTest
@Tag("SEC-11")
class SelfAuditTests {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Environment settings;

    @Autowired
    Promises promises;

    @Autowired
    Vault vault;

    @Autowired
    TestClock clock;

    @TempDir
    Path folder;

    @BeforeEach
    void now() {
        clock.set(TestClock.START);
    }

    @Test
    void our_own_pages_have_every_header_and_no_loose_cookie() {
        assertThat(new PageChecks(address()).look())
                .hasSizeGreaterThan(7)
                .noneMatch(SelfAuditTests::failed)
                .anyMatch(finding -> finding.level() == Finding.Level.UNKNOWN
                        && finding.says().startsWith("Strict-Transport-Security"))
                .anyMatch(finding ->
                        finding.area().equals("cookies") && finding.says().contains("__Host-csrf"));
    }

    @Test
    void pages_without_headers_and_with_a_loose_cookie_are_found() throws IOException {
        var bare = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bare.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Set-Cookie", "session=1; Path=/; Secure; HttpOnly");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        bare.start();
        try {
            var found = new PageChecks(
                            URI.create("http://localhost:" + bare.getAddress().getPort()))
                    .look();
            assertThat(failures(found))
                    .anyMatch(says -> says.startsWith("Content-Security-Policy"))
                    .anyMatch(says -> says.startsWith("X-Content-Type-Options"))
                    .anyMatch(says -> says.startsWith("session on /sign-in lacks __Host- or one of [SameSite=Lax]"));
        } finally {
            bare.stop(0);
        }
        assertThat(failures(new PageChecks(URI.create("http://localhost:1")).look()))
                .anyMatch(says -> says.startsWith("no answer from"));
    }

    @Test
    void sessions_that_last_too_long_changed_limits_and_an_address_in_the_clear_are_found() {
        var planted = new MockEnvironment()
                .withProperty("fairway.signin.idle", "2h")
                .withProperty("fairway.signin.total", "25h")
                .withProperty("fairway.limits.password", "off")
                .withProperty("fairway.production", "true")
                .withProperty("fairway.base-url", "http://account.example.org");
        var found = new SettingsChecks(planted).look();
        assertThat(failures(found))
                .anyMatch(says -> says.startsWith("fairway.signin.idle is PT2H"))
                .anyMatch(says -> says.startsWith("fairway.signin.total"))
                .anyMatch(says -> says.contains("http://account.example.org"));
        assertThat(found)
                .anyMatch(finding ->
                        finding.says().startsWith("set otherwise than delivered: [fairway.limits.password,"));
        assertThat(new SettingsChecks(new MockEnvironment()).look()).noneMatch(SelfAuditTests::failed);
    }

    @Test
    void old_keys_overdue_promises_a_changed_record_and_rights_too_wide_are_found() throws SQLException {
        var late = UUID.randomUUID().toString();
        promises.open("documents.scan", late, UUID.randomUUID(), clock.instant().minusSeconds(60));
        asOwner("grant delete on audit.link to fairway_app");
        try {
            assertThat(failures(store(Duration.ZERO)))
                    .anyMatch(says -> says.endsWith("are overdue (/desk/exceptions)"))
                    .anyMatch(says -> says.equals("our role may [DELETE] on audit.link"))
                    .noneMatch(says -> says.contains("on audit.entry"));
        } finally {
            asOwner("revoke delete on audit.link from fairway_app");
            promises.keep("documents.scan", late);
        }
        assertThat(failures(store(Duration.ZERO))).noneMatch(says -> says.startsWith("our role may"));
        vault.newKey(KeyKind.MAC, true);
        assertThat(failures(store(Duration.ZERO))).noneMatch(says -> says.startsWith("mac-"));
        assertThat(failures(store(Duration.ofDays(367)))).anyMatch(says -> says.matches("mac-\\d+ is 367 days old.*"));
        asOwner("insert into audit.entry (id, at, actor_kind, what, subject_kind, subject, facts) values"
                + " ('00000000-0000-0000-0000-0000000000aa', now(), 'SYSTEM', 'x', 'x', 'x', '{}')");
        try {
            assertThat(failures(store(Duration.ZERO))).anyMatch(says -> says.startsWith("BROKEN: "));
        } finally {
            asOwner("delete from audit.entry where id = '00000000-0000-0000-0000-0000000000aa'");
        }
    }

    @Test
    void a_check_that_somebody_asked_for_is_not_the_one_of_the_night() {
        var night = clock.instant().plus(Duration.ofDays(2000));
        context.getBean(Audit.class).verify();
        assertThat(store(Duration.ofDays(2000)))
                .noneMatch(finding -> finding.says().startsWith("checked by night")
                        || finding.says().startsWith("last checked"));
        var db = context.getBean(JdbcClient.class);
        db.sql("""
                insert into audit.verification (id, at, checked, tail, head, by_night)
                select gen_random_uuid(), :at, checked, tail, head, true from audit.verification order by at desc limit 1
                """).param("at", Timestamp.from(night)).update();
        assertThat(store(Duration.ofDays(2000)))
                .anyMatch(finding ->
                        finding.level() == Finding.Level.FINE && finding.says().equals("checked by night " + night));
        assertThat(store(Duration.ofDays(2000).plusHours(27)))
                .anyMatch(finding -> finding.level() == Finding.Level.NOTE
                        && finding.says().equals("not checked by night since " + night));
    }

    @Test
    void a_missing_list_of_parts_and_parts_that_are_old_unlisted_or_undated_are_found() throws IOException {
        try (var none = new URLClassLoader(new URL[0], null)) {
            assertThat(failures(new PartsChecks(clock.instant(), none).look()))
                    .containsExactly("the list of parts is missing from this build");
        }
        var list = Files.createDirectories(folder.resolve("META-INF/sbom")).resolve("application.cdx.json");
        Files.writeString(list, """
                {"components": [{"name": "old", "version": "1.0"}, {"name": "fresh", "version": "2.0"},
                    {"name": "away", "version": "3.0"}]}
                """);
        var jars = new URL[] {
            folder.toUri().toURL(),
            jar("old-1.0.jar", Instant.parse("2012-02-03T00:00:00Z")),
            jar("fresh-2.0.jar", clock.instant()),
            jar("unlisted-4.0.jar", clock.instant())
        };
        try (var parts = new URLClassLoader(jars, null)) {
            var found = new PartsChecks(clock.instant(), parts).look();
            assertThat(failures(found)).isEmpty();
            assertThat(found)
                    .extracting(Finding::says)
                    .contains(
                            "3 libraries are on the list of parts", "the age of 1 that do not say when they were made")
                    .contains("used, but not on the list of parts: unlisted-4.0.jar")
                    .anyMatch(says -> says.startsWith("old-1.0 was made 2012-02-0"))
                    .noneMatch(says -> says.startsWith("fresh-2.0"));
        }
        Files.writeString(list, "{\"components\": []}");
        try (var parts = new URLClassLoader(jars, null)) {
            assertThat(failures(new PartsChecks(clock.instant(), parts).look()))
                    .containsExactly("0 libraries are on the list of parts");
        }
    }

    private URL jar(String name, Instant made) throws IOException {
        var file = folder.resolve(name);
        try (var jar = new ZipOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF").setLastModifiedTime(FileTime.from(made)));
            jar.write("Manifest-Version: 1.0\n".getBytes(StandardCharsets.US_ASCII));
            jar.closeEntry();
        }
        return file.toUri().toURL();
    }

    @Test
    void files_that_others_may_read_are_found() throws IOException {
        var keys = Files.createDirectory(
                folder.resolve("keys"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        assertThat(new FolderChecks(folder).look()).hasSize(1).noneMatch(SelfAuditTests::failed);
        var loose = Files.writeString(keys.resolve("kek-1.key"), "x");
        Files.setPosixFilePermissions(loose, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(failures(new FolderChecks(folder).look())).anyMatch(says -> says.contains("kek-1.key"));
    }

    @Test
    void the_report_says_what_it_cannot_know_and_is_written_beside_the_data() throws IOException {
        var out = new ByteArrayOutputStream();
        new SelfAudit(context, folder, address()).report(new PrintStream(out, true, StandardCharsets.UTF_8));
        var said = out.toString(StandardCharsets.UTF_8);
        assertThat(said).contains("unknown  parts: whether newer versions or known weaknesses exist", "Report: ");
        try (var reports = Files.list(folder.resolve("reports"))) {
            assertThat(reports.toList())
                    .hasSize(1)
                    .allSatisfy(report -> assertThat(Files.readString(report))
                            .contains("# Self-audit of ", "| state | area | seen |", "record of acts"));
        }
    }

    private List<Finding> store(Duration later) {
        return new StoreChecks(
                        vault,
                        promises,
                        context.getBean(Audit.class),
                        context.getBean(JdbcClient.class),
                        clock.instant().plus(later))
                .look();
    }

    private static boolean failed(Finding finding) {
        return finding.level() == Finding.Level.FAILED;
    }

    private static List<String> failures(List<Finding> found) {
        return found.stream().filter(SelfAuditTests::failed).map(Finding::says).toList();
    }

    private URI address() {
        return URI.create("http://localhost:" + port);
    }

    private void asOwner(String sql) throws SQLException {
        try (var owner = DriverManager.getConnection(
                        settings.getRequiredProperty("spring.flyway.url"),
                        settings.getRequiredProperty("spring.flyway.user"),
                        settings.getRequiredProperty("spring.flyway.password"));
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
