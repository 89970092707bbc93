package fairway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Fairway as a process of its own in the surroundings of real installations, and in bad ones. */
@Execution(ExecutionMode.CONCURRENT)
class OutsideTests {
    private final Launched fairway = new Launched();

    @AfterEach
    void end() throws Exception {
        fairway.close();
    }

    @Test
    void one_setting_names_an_external_database_its_owner_migrates_and_the_application_works_as_its_own_role()
            throws Exception {
        var folder = fairway.folder("server");
        try (var server = EmbeddedPostgres.start(folder, binaries(), "superuser")) {
            try (var connection = server.connect("postgres");
                    var statement = connection.createStatement()) {
                statement.execute("create role agency_owner login createrole password 'it''s & secret'");
                statement.execute("create database agency owner agency_owner");
            }
            var address = server.url("agency") + "?user=agency_owner&password=it%27s+%26+secret";
            var port = Ports.free();
            for (int start = 0; start < 2; start++) {
                var process = fairway.start(
                        Map.of("FAIRWAY_DATABASE_URL", address),
                        port,
                        fairway.data().toString(),
                        List.of());
                assertThat(Launched.untilReady(process)).anyMatch(line -> line.contains("Fairway is ready"));
                assertThat(Launched.page(port, "/sign-in").statusCode()).isEqualTo(200);
                try (var connection = server.connect("agency")) {
                    assertThat(one(
                                    connection,
                                    "select string_agg(distinct usename, ',') from pg_stat_activity"
                                            + " where datname = 'agency' and pid <> pg_backend_pid()"))
                            .isEqualTo("fairway_app");
                    assertThat(one(connection, "select tableowner from pg_tables where tablename = 'account'"))
                            .isEqualTo("agency_owner");
                }
                process.destroyForcibly().waitFor();
            }
            assertThat(fairway.data().resolve("postgresql")).doesNotExist();
        }
    }

    @Test
    void an_external_database_that_refuses_is_one_clear_line() throws Exception {
        var nowhere = "jdbc:postgresql://127.0.0.1:" + Ports.free() + "/agency";
        assertThat(refusal(Map.of("FAIRWAY_DATABASE_URL", nowhere + "?user=a&password=b")))
                .contains("FAIRWAY_DATABASE_URL refuses");
        assertThat(refusal(Map.of("FAIRWAY_DATABASE_URL", nowhere))).contains("must look like");
        assertThat(refusal(Map.of("FAIRWAY_DATABASE_URL", nowhere + "?user=a"))).contains("names no password");
    }

    @Test
    void a_real_installation_shows_its_operators_words_and_refuses_to_start_without_them() throws Exception {
        var texts = fairway.folder("texts");
        OwnTextsTests.write(texts);
        var production = Map.of("FAIRWAY_MODE", "production");
        Files.move(texts.resolve("privacy.yaml"), texts.resolve("kept.yaml"));
        var refused = fairway.start(production, Ports.free(), fairway.data().toString(), settings(texts));
        assertThat(Launched.errorOf(refused)).contains("privacy.yaml cannot be used: it is missing");

        Files.move(texts.resolve("kept.yaml"), texts.resolve("privacy.yaml"));
        var port = Ports.free();
        var started = fairway.start(production, port, fairway.data().toString(), settings(texts));
        assertThat(Launched.untilReady(started)).noneMatch(line -> line.contains("Demo sign-ins"));
        assertThat(Launched.page(port, "/privacy").body())
                .contains("Approved by: General Counsel", "Harbor Office")
                .as("it runs on the outbox and the built-in card page, as allowed")
                .contains("Please do not enter real data")
                .doesNotContain("demonstration");
        assertThat(Launched.page(port, "/outbox").statusCode()).isEqualTo(404);
    }

    @Test
    void the_command_that_verifies_the_audit_chain_tells_a_whole_one_from_a_changed_one() throws Exception {
        var process = fairway.start(Map.of(), Ports.free(), fairway.data().toString(), List.of());
        Launched.untilReady(process);
        try (var connection = database()) {
            one(
                    connection,
                    "with act as (insert into audit.entry (id, at, actor_kind, what, subject_kind, subject, facts)"
                            + " values (gen_random_uuid(), now(), 'SYSTEM', 'something.done', 'thing', '1', '{}')"
                            + " returning id)"
                            + " insert into audit.pending (entry) select id from act returning entry");
            one(
                    connection,
                    "update jobs.scheduled_task set execution_time = now() where task_name = 'audit-chain'"
                            + " returning task_name");
            for (int i = 0;
                    i < 3000
                            && one(connection, "select count(*) from audit.link")
                                    .equals("0");
                    i++) {
                one(connection, "select pg_sleep(0.1)");
            }
        }
        process.destroy();
        process.waitFor();

        var whole = fairway.start(Map.of(), Ports.free(), fairway.data().toString(), List.of("--verify-audit"));
        assertThat(Launched.outputOf(whole)).contains("The chain is whole.").doesNotContain(": 0 entries");
        assertThat(whole.exitValue()).isZero();

        try (var server = EmbeddedPostgres.start(
                        fairway.data().resolve("postgresql"), fairway.data().resolve("postgresql-18"), secret());
                var connection = server.connect("fairway")) {
            one(
                    connection,
                    "update audit.entry set what = what || '.x'"
                            + " where id = (select entry from audit.link order by position limit 1) returning id");
        }
        var changed = fairway.start(Map.of(), Ports.free(), fairway.data().toString(), List.of("--verify-audit"));
        assertThat(Launched.outputOf(changed)).contains("BROKEN");
        assertThat(changed.exitValue()).isEqualTo(1);
    }

    @Test
    void an_ordinary_user_starts_it_and_cannot_use_a_folder_of_somebody_else() throws Exception {
        assumeTrue(EmbeddedPostgres.root(), "is an ordinary user already: every other test shows it");
        var port = Ports.free();
        var mine = Files.createDirectories(fairway.data().resolve("mine"));
        Files.setAttribute(mine, "unix:uid", 65_534);
        var process = fairway.startAs(65_534, port, mine.toString());
        assertThat(Launched.untilReady(process)).anyMatch(line -> line.contains("Fairway is ready"));
        assertThat(Files.getAttribute(mine.resolve("postgresql/cluster"), "unix:uid"))
                .isEqualTo(65_534);

        var theirs = Files.createDirectories(fairway.data().resolve("theirs"));
        assertThat(Launched.errorOf(fairway.startAs(65_534, Ports.free(), theirs.toString())))
                .contains("No permission to write")
                .contains("--data");
    }

    @Test
    void a_full_disk_is_one_clear_line() throws Exception {
        var small = fairway.folder("small");
        assumeTrue(mount(small), "may not mount a small disk here");
        try {
            var data = small.resolve("data").toString();
            assertThat(Launched.errorOf(fairway.start(Map.of(), Ports.free(), data, List.of())))
                    .contains("Not enough disk space")
                    .contains("400 MB");
        } finally {
            new ProcessBuilder("umount", small.toString()).start().waitFor();
        }
    }

    private String refusal(Map<String, String> environment) throws Exception {
        return Launched.errorOf(
                fairway.start(environment, Ports.free(), fairway.data().toString(), List.of()));
    }

    private static List<String> settings(Path texts) {
        return List.of(
                "--fairway.legal.texts=" + texts,
                "--fairway.ui.agency=Harbor Office",
                "--fairway.ui.email=help@example.org",
                "--fairway.ui.phone=1-800-555-0100",
                "--fairway.base-url=https://account.example.org",
                "--fairway.allow-demo.delivery.email=true",
                "--fairway.allow-demo.delivery.text=true",
                "--fairway.allow-demo.delivery.letter=true",
                "--fairway.allow-demo.payments.processor=true",
                "--fairway.allow-demo.documents.clamd=true");
    }

    private static boolean mount(Path folder) throws IOException, InterruptedException {
        return EmbeddedPostgres.root()
                && new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", folder.toString())
                                .start()
                                .waitFor()
                        == 0;
    }

    /** The embedded server of the running product. */
    private Connection database() throws IOException, SQLException {
        var port = Files.readAllLines(fairway.data().resolve("postgresql/cluster/postmaster.pid"))
                .get(3)
                .strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/fairway", "postgres", secret());
    }

    private String secret() throws IOException {
        return Files.readString(fairway.data().resolve("secrets/database")).strip();
    }

    private static Path binaries() throws IOException {
        var shared = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "fairway-test"));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-xr-x"));
        return shared.resolve("postgresql");
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }
}
