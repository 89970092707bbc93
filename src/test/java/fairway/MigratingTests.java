package fairway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that an earlier Fairway made and people filled is brought up to this one, and nothing in it is lost. */
class MigratingTests {
    /** The schema as it was first published: each module's first steps. */
    private static final Pattern FIRST_PUBLISHED =
            Pattern.compile("V1\\.(0[0-6]|08|11)\\.1__.*|V1\\.07\\.[1-3]__.*|V1\\.09\\.[1-3]__.*|V1\\.10\\.[12]__.*");

    private static final String FILL = """
            insert into identity.account (id, number, staff, type, email_sealed, email_fingerprint, name_sealed,
                vault_key, language, zone, roles, made_at)
            select md5('account' || n)::uuid, lpad(n::text, 12, '0'), false, 'APPLICANT', '\\x01', sha256(n::text::bytea),
                '\\x02', gen_random_uuid(), 'en', 'America/New_York', '{}', now()
            from generate_series(1, 500) n;
            insert into signin.session (digest, id, account, staff, level, started_at, last_seen_at)
            select sha256(('session' || n)::bytea), gen_random_uuid(), md5('account' || n)::uuid, false, 'FULL', now(), now()
            from generate_series(1, 500) n;
            insert into cases.case_file (id, filing, account, form, edition, receipt, state, version, key, received_at,
                changed_at, shown_since)
            select md5('case' || n)::uuid, gen_random_uuid(), md5('account' || n)::uuid, 'i-765', '2025-08-21',
                'OLD' || lpad(n::text, 10, '0'), 'RECEIVED', 1, gen_random_uuid(), now(), now(), now()
            from generate_series(1, 500) n;
            insert into filing.draft (id, account, key, form, edition, language, rev, status, place, percent, pages_left,
                created, touched, expires)
            select md5('draft' || n)::uuid, md5('account' || n)::uuid, gen_random_uuid(), 'i-765', '2025-08-21', 'en', 1,
                'OPEN', 'legal_name', 10, 9, now(), now(), now() + interval '30 days'
            from generate_series(1, 500) n;
            """;

    @TempDir
    Path older;

    @Test
    void nothing_that_people_wrote_is_lost_on_the_way_to_this_version() throws Exception {
        var database = TestDatabase.create("older_" + Long.toString(System.nanoTime(), 36));
        migrateAsThen(database);
        try (var owner = owner(database)) {
            execute(owner, FILL);
        }

        Migrations.run(database);

        try (var owner = owner(database)) {
            for (var table : List.of("account", "session", "case_file", "draft")) {
                assertThat(rows(owner, table)).as(table).isEqualTo(500);
            }
            assertThat(one(owner, "select count(*) from flyway.flyway_schema_history where not success"))
                    .isEqualTo("0");
        }
        try (var application = DriverManager.getConnection(database.url(), database.user(), database.userPassword())) {
            assertThat(one(application, "select name_sealed from identity.account where number = '000000000007'"))
                    .isEqualTo("\\x02");
            assertThat(one(application, "select state from cases.case_file where receipt = 'OLD0000000007'"))
                    .isEqualTo("RECEIVED");
            assertThatThrownBy(() -> execute(application, "delete from cases.case_event"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
        Migrations.run(database);
    }

    @Test
    void a_schema_of_a_newer_version_is_refused() throws Exception {
        var database = TestDatabase.create("newer_" + Long.toString(System.nanoTime(), 36));
        Migrations.run(database);
        try (var owner = owner(database)) {
            execute(owner, """
                    insert into flyway.flyway_schema_history
                    select (max(installed_rank) + 1), '9.99.1', 'from the future', 'SQL', 'cases/V9.99.1__from_the_future.sql',
                        1, current_user, now(), 1, true
                    from flyway.flyway_schema_history
                    """);
        }
        assertThatThrownBy(() -> Migrations.run(database)).isInstanceOf(FlywayException.class);
    }

    private void migrateAsThen(Database database) throws IOException {
        var names = new ArrayList<String>();
        try (var all = Files.walk(Path.of("src/main/resources/db/migration"))) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                var name = String.valueOf(file.getFileName());
                if (FIRST_PUBLISHED.matcher(name).matches()) {
                    names.add(name);
                    Files.copy(file, older.resolve(name));
                }
            }
        }
        assertThat(names).hasSize(17);
        Flyway.configure()
                .dataSource(database.url(), database.owner(), database.ownerPassword())
                .schemas("flyway")
                .locations("filesystem:" + older)
                .load()
                .migrate();
    }

    /** Wherever the table lies by now. */
    private static int rows(Connection owner, String table) throws SQLException {
        var schema = one(
                owner,
                "select table_schema from information_schema.tables where table_name = '" + table
                        + "' and table_type = 'BASE TABLE'");
        return Integer.parseInt(one(owner, "select count(*) from " + schema + "." + table));
    }

    private static Connection owner(Database database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.owner(), database.ownerPassword());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }
}
