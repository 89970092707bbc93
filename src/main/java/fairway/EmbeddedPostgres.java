package fairway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * A real PostgreSQL server that lives and dies with this process: binaries unpacked from the class path, data in a folder of
 * ours, an unprivileged user when we are root. It must be started from a thread that lives as long as the process, because
 * the kernel ties the server's death signal to that thread.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    /** The kernel’s overflow user ({@code nobody}); initdb insists on a user that the machine can name. */
    private static final int UNPRIVILEGED = 65_534;

    private final Path folder;
    private final Process server;
    private final int port;
    private final String password;

    private EmbeddedPostgres(Path folder, Process server, int port, String password) {
        this.folder = folder;
        this.server = server;
        this.port = port;
        this.password = password;
    }

    /** Starts the server of this folder on any port, creating its files on the first start. */
    public static EmbeddedPostgres start(Path folder, Path binaries, String password) throws IOException {
        return start(folder, binaries, password, anyPort());
    }

    /** The place is held for the server until it takes it itself. */
    static EmbeddedPostgres start(Path folder, Path binaries, String password, ServerSocket place) throws IOException {
        var cluster = folder.resolve("cluster");
        try (place) {
            PostgresBinaries.unpack(binaries);
            if (!Files.exists(cluster)) {
                initialise(folder, cluster, binaries, password);
            }
            awaitPredecessor(cluster);
        }
        int port = place.getLocalPort();
        var log = folder.resolve("postgresql.log");
        var server = new ProcessBuilder(asServerUser(List.of(
                        binaries.resolve("bin/postgres").toString(),
                        "-D",
                        cluster.toString(),
                        "-c",
                        "port=" + port,
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "max_connections=100",
                        "-c",
                        "shared_buffers=64MB")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        var postgres = new EmbeddedPostgres(folder, server, port, password);
        postgres.awaitReady();
        return postgres;
    }

    /** JDBC address of one database of this server. */
    public String url(String database) {
        return url(port, database);
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Password of the superuser {@code postgres}. */
    public String password() {
        return password;
    }

    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", password);
    }

    @Override
    public void close() {
        server.destroy();
        try {
            server.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** After a kill the old server still writes its last pages out; it ends by itself within moments. */
    private static void awaitPredecessor(Path cluster) throws IOException {
        var file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        var pid = Files.readString(file).lines().findFirst().orElse("");
        if (!pid.matches("[0-9]{1,10}")) {
            return;
        }
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (Files.exists(file)
                && ProcessHandle.of(Long.parseLong(pid))
                        .filter(ProcessHandle::isAlive)
                        .isPresent()
                && System.nanoTime() < deadline) {
            pause();
        }
    }

    private void awaitReady() throws IOException {
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            if (!server.isAlive()) {
                throw new IOException("PostgreSQL ended while starting; see " + folder.resolve("postgresql.log"));
            }
            try (var connection = connect("postgres")) {
                return;
            } catch (SQLException notYet) {
                if (System.nanoTime() > deadline) {
                    throw new IOException("PostgreSQL did not answer within a minute", notYet);
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL was starting", e);
        }
    }

    private static void initialise(Path folder, Path cluster, Path binaries, String password) throws IOException {
        Files.createDirectories(folder);
        if (root()) {
            Files.setAttribute(folder, "unix:uid", UNPRIVILEGED, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(folder, "unix:gid", UNPRIVILEGED, LinkOption.NOFOLLOW_LINKS);
        }
        var draft = folder.resolve("cluster.new");
        FileSystemUtils.deleteRecursively(draft);
        var passwordFile = Files.createTempFile(folder, "pw", "");
        try {
            Files.writeString(passwordFile, password);
            if (root()) {
                Files.setAttribute(passwordFile, "unix:uid", UNPRIVILEGED);
            }
            run(asServerUser(List.of(
                    binaries.resolve("bin/initdb").toString(),
                    "-D",
                    draft.toString(),
                    "-U",
                    "postgres",
                    "--auth=scram-sha-256",
                    "--pwfile=" + passwordFile,
                    "--data-checksums",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C")));
            Files.move(draft, cluster);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private static void run(List<String> command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("initdb failed: " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted during initdb", e);
        }
    }

    private static List<String> asServerUser(List<String> command) {
        var full = new ArrayList<String>();
        full.add("setpriv");
        if (root()) {
            full.addAll(List.of("--reuid=" + UNPRIVILEGED, "--regid=" + UNPRIVILEGED, "--clear-groups"));
        }
        full.add("--pdeathsig=INT");
        full.addAll(command);
        return full;
    }

    static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    static int freePort() throws IOException {
        try (var place = anyPort()) {
            return place.getLocalPort();
        }
    }

    static ServerSocket anyPort() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
