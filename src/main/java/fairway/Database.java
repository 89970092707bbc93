package fairway;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/**
 * Where the database is and as whom we speak to it. The owner migrates; the application's own role may neither change nor
 * delete audit rows and case events.
 */
public record Database(String url, String owner, String ownerPassword, String user, String userPassword) {
    static final String NAME = "fairway";
    static final String OWNER = "fairway_owner";
    static final String USER = "fairway_app";

    /** Creates roles and database on a server we run ourselves; does nothing where they exist. */
    public static Database on(EmbeddedPostgres postgres, String database) throws SQLException {
        try (var connection = postgres.connect("postgres")) {
            role(connection, OWNER, postgres.password());
            role(connection, USER, postgres.password());
            if (!exists(connection, "select 1 from pg_database where datname = ?", database)) {
                execute(
                        connection,
                        "create database " + database + " owner " + OWNER
                                + " template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'");
            }
        }
        return new Database(postgres.url(database), OWNER, postgres.password(), USER, postgres.password());
    }

    /** The Spring settings that make the application use it. */
    public Map<String, Object> properties() {
        return Map.of(
                "spring.datasource.url", url,
                "spring.datasource.username", user,
                "spring.datasource.password", userPassword);
    }

    static void role(Connection connection, String name, String password) throws SQLException {
        var known = exists(connection, "select 1 from pg_roles where rolname = ?", name);
        execute(
                connection,
                (known ? "alter" : "create") + " role " + name + " login password '" + password.replace("'", "''")
                        + "'");
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
