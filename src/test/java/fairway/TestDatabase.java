package fairway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/** One real PostgreSQL server for all tests of a run, thrown away at its end. */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final EmbeddedPostgres SERVER = startServer();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            var database = create("fairway_" + Long.toString(System.nanoTime(), 36));
            Migrations.run(database);
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("database", database.properties()));
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("owner", owner(database)));
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "keys",
                            Map.of(
                                    "fairway.vault.keys",
                                    Files.createTempDirectory("fairway-keys").toString(),
                                    "fairway.documents.folder",
                                    Files.createTempDirectory("fairway-documents")
                                            .toString())));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For tests that do what the application may not. */
    private static Map<String, Object> owner(Database database) {
        return Map.of(
                "spring.flyway.url", database.url(),
                "spring.flyway.user", database.owner(),
                "spring.flyway.password", database.ownerPassword());
    }

    /** A new empty database on the server of this run. */
    public static Database create(String name) throws SQLException {
        return Database.on(SERVER, name);
    }

    private static EmbeddedPostgres startServer() {
        try {
            var shared = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "fairway-test"));
            var folder = Files.createTempDirectory(shared, "data");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            var server = EmbeddedPostgres.start(folder.resolve("server"), shared.resolve("postgresql"), "test");
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
                server.close();
                FileSystemUtils.deleteRecursively(folder.toFile());
            }));
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
