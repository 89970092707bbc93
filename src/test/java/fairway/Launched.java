package fairway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** Fairway as processes of its own, as an operator starts them; all end and their folders go with the test. */
final class Launched implements AutoCloseable {
    private final List<Process> started = new ArrayList<>();
    private final Path root = root();

    /** The data folder of this test. */
    Path data() {
        return root.resolve("data");
    }

    /** Another folder that goes with the test. */
    Path folder(String name) throws IOException {
        return open(root.resolve(name));
    }

    Process start(Map<String, String> environment, int port, String data, List<String> more) throws IOException {
        return start(List.of(), OwnProcess.productClassPath(), environment, port, data, more);
    }

    /** As a user without rights, who gets a class path that everybody may read. */
    Process startAs(int user, int port, String data) throws IOException {
        var as = List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups");
        return start(as, readableClassPath(), Map.of("HOME", root.toString()), port, data, List.of("--no-demo"));
    }

    private Process start(
            List<String> as,
            String classPath,
            Map<String, String> environment,
            int port,
            String data,
            List<String> more)
            throws IOException {
        var command = new ArrayList<>(as);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                "fairway.Fairway",
                "--data",
                data,
                "--port",
                String.valueOf(port)));
        command.addAll(more);
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        var process = builder.start();
        started.add(process);
        return process;
    }

    /** The only line it says before it ends unsuccessfully. */
    static String errorOf(Process process) throws Exception {
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        var lines = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("WARNING: "))
                .toList();
        assertThat(lines).hasSize(1);
        return lines.getFirst();
    }

    static String outputOf(Process process) throws Exception {
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return output;
    }

    static List<String> untilReady(Process process) throws IOException {
        var lines = new ArrayList<String>();
        var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            lines.add(line);
            if (line.startsWith("Fairway is ready")) {
                return lines;
            }
        }
        throw new AssertionError("It never became ready: " + lines
                + new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    static HttpResponse<String> page(int port, String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var address = URI.create("http://localhost:" + port + path);
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Override
    public void close() throws InterruptedException {
        for (var process : started) {
            process.destroyForcibly().waitFor();
        }
        FileSystemUtils.deleteRecursively(root.toFile());
    }

    /** A copy outside of anybody's home; what only tests need is left out. */
    private String readableClassPath() throws IOException {
        var copy = folder("classes-" + started.size());
        var all = new ArrayList<String>();
        for (var entry : OwnProcess.productClassPath().split(":", -1)) {
            var from = Path.of(entry);
            var name = String.valueOf(from.getFileName());
            if (name.contains("driver") || !Files.exists(from)) {
                continue;
            }
            var to = copy.resolve(all.size() + "-" + name);
            FileSystemUtils.copyRecursively(from, to);
            all.add(to.toString());
        }
        return String.join(":", all);
    }

    private static Path root() {
        try {
            return open(Files.createTempDirectory("fairway-launched"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path open(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder;
    }
}
