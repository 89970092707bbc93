package fairway.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The product's own database, reached as a bench may: the port stands in the server's pid file, the password in the data
 * folder's secrets.
 */
final class Postgres {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final Pattern EXECUTED = Pattern.compile("(?:execute [^:]*|statement): (.*)");

    private final Product product;
    private final int port;
    private final String password;

    Postgres(Product product) throws IOException {
        this.product = product;
        var folder = product.data();
        this.port = Integer.parseInt(Files.readAllLines(folder.resolve("postgresql/cluster/postmaster.pid"))
                .get(3)
                .strip());
        this.password = Files.readString(folder.resolve("secrets/database")).strip();
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/fairway", "postgres", password);
    }

    void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    List<List<String>> query(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var all = new ArrayList<List<String>>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= columns; i++) {
                    row.add(String.valueOf(rows.getString(i)));
                }
                all.add(row);
            }
            return all;
        }
    }

    static void refuseWithoutPgbench() {
        for (var folder : System.getenv("PATH").split(java.io.File.pathSeparator, -1)) {
            if (Files.isExecutable(Path.of(folder, "pgbench"))) {
                return;
            }
        }
        throw new CannotMeasure(
                "pgbench is missing; it gives the limit that speed is compared with."
                        + " Install it (Debian: apt-get install postgresql-contrib or postgresql-15) or leave out status and draft.");
    }

    /** Transactions a second of these scripts, one of which is drawn for each transaction. */
    double pgbench(int clients, long seconds, List<String> scripts) throws IOException {
        var folder = Files.createTempDirectory("fairway-pgbench");
        var command = new ArrayList<>(List.of(
                "pgbench",
                "-h",
                "127.0.0.1",
                "-p",
                String.valueOf(port),
                "-U",
                "fairway_app",
                "-n",
                "-M",
                "prepared",
                "-c",
                String.valueOf(clients),
                "-j",
                "2",
                "-T",
                String.valueOf(seconds)));
        for (int i = 0; i < scripts.size(); i++) {
            command.add("-f");
            command.add(Files.writeString(folder.resolve(i + ".sql"), scripts.get(i))
                    .toString());
        }
        command.add("fairway");
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", password);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        org.springframework.util.FileSystemUtils.deleteRecursively(folder);
        var found = RATE.matcher(output);
        if (!found.find()) {
            throw new CannotMeasure("pgbench failed: "
                    + output.lines()
                            .filter(line -> line.contains("error"))
                            .findFirst()
                            .orElse(output.strip()));
        }
        return Double.parseDouble(found.group(1));
    }

    /** The statements the product sends while this runs, in their order. */
    List<String> statementsOf(Runnable action) throws IOException, SQLException {
        var log = product.data().resolve("postgresql/postgresql.log");
        execute("alter system set log_statement = 'all'");
        execute("select pg_reload_conf()");
        Product.pause(300);
        long before = Files.size(log);
        action.run();
        Product.pause(100);
        var written = Files.readString(log).substring((int) before);
        execute("alter system reset log_statement");
        execute("select pg_reload_conf()");
        return EXECUTED.matcher(written)
                .results()
                .map(found -> found.group(1))
                .filter(statement -> !statement.contains("scheduled_task") && !statement.contains("pg_reload_conf"))
                .filter(statement -> !statement.isBlank() && !statement.startsWith("SET application_name"))
                .toList();
    }
}
