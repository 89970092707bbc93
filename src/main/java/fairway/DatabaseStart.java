package fairway;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.SpringApplication;

/** Where the database of this start comes from: what the application needs to know of it at once, and the work to open it. */
sealed interface DatabaseStart {
    Map<String, Object> settings();

    /** Starts or reaches the server, creates what is missing, migrates. */
    void open() throws IOException;

    /** The server in the data folder. Its port is chosen and held here, so that the application can be put together meanwhile. */
    final class Embedded implements DatabaseStart {
        private final DataFolder folder;
        private final PrintStream out;
        private final ServerSocket place;
        private final String password;

        Embedded(DataFolder folder, PrintStream out) throws IOException {
            this.folder = folder;
            this.out = out;
            this.place = EmbeddedPostgres.anyPort();
            this.password = folder.secret("database");
        }

        @Override
        public Map<String, Object> settings() {
            return database().properties();
        }

        @Override
        public void open() throws IOException {
            out.println("Starting PostgreSQL …");
            if (EmbeddedPostgres.root()) {
                refuseClosedParents(folder.path());
            }
            var server = EmbeddedPostgres.start(
                    folder.resolve("postgresql"), folder.resolve("postgresql-18"), password, place);
            SpringApplication.getShutdownHandlers().add(server::close);
            try {
                Database.on(server, Database.NAME);
                folder.databaseIsInside();
            } catch (SQLException e) {
                throw new CannotStart("The database in " + folder.path() + " is damaged: " + Start.firstLine(e));
            }
            Migrations.run(database());
        }

        private Database database() {
            return new Database(
                    EmbeddedPostgres.url(place.getLocalPort(), Database.NAME),
                    Database.OWNER,
                    password,
                    Database.USER,
                    password);
        }

        /** The database runs as a user without rights, who must be able to walk to its folder. */
        private static void refuseClosedParents(Path data) throws IOException {
            for (Path up = data; up != null; up = up.getParent()) {
                if (!Files.getPosixFilePermissions(up).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    throw new CannotStart("The database runs as an unprivileged user, who cannot enter " + up
                            + "; choose a data folder outside it with --data");
                }
            }
        }
    }

    /** The server of a Fairway that is running on the same data: it is reached, and nothing is begun or migrated. */
    record Running(Map<String, Object> settings) implements DatabaseStart {
        static Running in(DataFolder folder) throws IOException {
            var lines = Files.readAllLines(folder.resolve("postgresql/cluster/postmaster.pid"));
            var port = Integer.parseInt(lines.get(3).strip());
            var password = folder.secret("database");
            return new Running(new Database(
                            EmbeddedPostgres.url(port, Database.NAME),
                            Database.OWNER,
                            password,
                            Database.USER,
                            password)
                    .properties());
        }

        @Override
        public void open() {}
    }

    /**
     * A server of the operator's own, named by one address with the owner's name and password in it. The application's own
     * role is made from there; its password follows from the owner's, so that every node knows it.
     */
    final class External implements DatabaseStart {
        private static final String SHAPE = "jdbc:postgresql://HOST/DATABASE?user=OWNER&password=…";

        private final Database database;

        External(String address) {
            if (!address.startsWith("jdbc:postgresql://") || address.indexOf('?') < 0) {
                throw new CannotStart("FAIRWAY_DATABASE_URL must look like " + SHAPE);
            }
            int question = address.indexOf('?');
            var owner = parameter(address, "user");
            var password = parameter(address, "password");
            var others = String.join(
                    "&",
                    Arrays.stream(address.substring(question + 1).split("&", -1))
                            .filter(one -> !one.startsWith("user=") && !one.startsWith("password="))
                            .toList());
            this.database = new Database(
                    address.substring(0, question) + (others.isEmpty() ? "" : "?" + others),
                    owner,
                    password,
                    Database.USER,
                    derived(password));
        }

        @Override
        public Map<String, Object> settings() {
            return database.properties();
        }

        @Override
        public void open() {
            try (var connection =
                    DriverManager.getConnection(database.url(), database.owner(), database.ownerPassword())) {
                Database.role(connection, database.user(), database.userPassword());
            } catch (SQLException e) {
                throw new CannotStart("The database server of FAIRWAY_DATABASE_URL refuses: " + Start.firstLine(e));
            }
            Migrations.run(database);
        }

        private static String parameter(String address, String name) {
            return Arrays.stream(address.substring(address.indexOf('?') + 1).split("&", -1))
                    .filter(one -> one.startsWith(name + "="))
                    .map(one -> URLDecoder.decode(one.substring(name.length() + 1), StandardCharsets.UTF_8))
                    .findFirst()
                    .orElseThrow(() ->
                            new CannotStart("FAIRWAY_DATABASE_URL names no " + name + "; it must look like " + SHAPE));
        }

        private static String derived(String password) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                return HexFormat.of().formatHex(mac.doFinal(Database.USER.getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
