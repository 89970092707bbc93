package fairway;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;

/** Fairway as a process of its own on a data folder of its own, to be killed and started again. */
final class OwnProcess implements AutoCloseable {
    private static final int MOST_TIMES = 1000;

    private final List<Process> started = new ArrayList<>();
    private final Path data;
    private final int port = Ports.free();

    OwnProcess() throws IOException {
        data = Files.createTempDirectory("fairway-own");
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** The one it keeps over all its starts. */
    int port() {
        return port;
    }

    Path data() {
        return data;
    }

    Process start(int port, String... more) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                productClassPath(),
                "fairway.Fairway",
                "--data",
                data.toString(),
                "--port",
                String.valueOf(port)));
        command.addAll(List.of(more));
        var process = new ProcessBuilder(command).start();
        started.add(process);
        return process;
    }

    /** Without the parts of tests, which need a test to run in. */
    static String productClassPath() {
        return Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Everything it said until it was ready. */
    static List<String> untilReady(Process process) throws IOException {
        var lines = new ArrayList<String>();
        var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            lines.add(line);
            if (line.startsWith("Fairway is ready")) {
                Thread.ofVirtual().start(() -> reader.lines().forEach(later -> {}));
                return lines;
            }
        }
        throw new AssertionError("It never became ready: " + lines
                + new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    /** The first column of the first row. */
    String query(String sql) throws IOException, SQLException {
        var port = Files.readAllLines(data.resolve("postgresql/cluster/postmaster.pid"))
                .get(3)
                .strip();
        var password = Files.readString(data.resolve("secrets/database")).strip();
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/fairway", "postgres", password);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    @Override
    public void close() throws IOException {
        for (var process : started) {
            process.destroyForcibly().onExit().join();
        }
        delete(data);
    }

    /** The database of a killed process removes files of its own meanwhile. */
    static void delete(Path folder) throws IOException {
        for (int i = 0; ; i++) {
            try {
                FileSystemUtils.deleteRecursively(folder);
                return;
            } catch (NoSuchFileException | DirectoryNotEmptyException meanwhile) {
                if (i == MOST_TIMES) {
                    throw meanwhile;
                }
            }
        }
    }
}
