package fairway;

import static fairway.OwnProcess.untilReady;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Fairway as a process of its own: starts, kills, second starts and every refusal. */
@Execution(ExecutionMode.CONCURRENT)
class StartingTests {
    private final OwnProcess own = own();
    private final Path data = own.data();

    @AfterEach
    void end() throws IOException {
        own.close();
    }

    @Test
    void starts_from_nothing_survives_a_kill_and_starts_again_on_the_same_data() throws Exception {
        var port = Ports.free();
        var first = own.start(port);
        assertThat(untilReady(first)).anyMatch(line -> line.contains("http://localhost:" + port + "/"));
        assertThat(statusOf(port)).isEqualTo(200);
        var keys = Files.readAllBytes(data.resolve("secrets/database"));

        collectGarbage(first);
        var refused = own.start(Ports.free());
        assertThat(errorOf(refused)).contains("Another Fairway is running");

        first.destroyForcibly().waitFor();
        var second = own.start(port);
        assertThat(untilReady(second)).anyMatch(line -> line.contains("Fairway is ready"));
        assertThat(statusOf(port)).isEqualTo(200);
        assertThat(Files.readAllBytes(data.resolve("secrets/database"))).isEqualTo(keys);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secrets/database"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_port_in_use_is_one_clear_line() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(errorOf(own.start(taken.getLocalPort())))
                    .contains("is in use")
                    .contains("--port");
        }
    }

    @Test
    void a_newer_data_folder_is_refused() throws Exception {
        Files.writeString(data.resolve("installation.properties"), "format=999\nkind=demonstration\ndatabase=none\n");
        assertThat(errorOf(own.start(Ports.free()))).contains("newer Fairway");
    }

    @Test
    void a_damaged_data_folder_is_refused() throws Exception {
        Files.writeString(data.resolve("installation.properties"), "format=1\nkind=demonstration\ndatabase=embedded\n");
        assertThat(errorOf(own.start(Ports.free()))).contains("damaged");
    }

    @Test
    void a_real_installation_never_starts_on_a_demonstrations_folder() throws Exception {
        Files.writeString(data.resolve("installation.properties"), "format=1\nkind=real\ndatabase=none\n");
        assertThat(errorOf(own.start(Ports.free()))).contains("for ever");
    }

    @Test
    void a_folder_with_other_things_in_it_is_left_alone() throws Exception {
        Files.writeString(data.resolve("holiday.jpg"), "not ours");
        assertThat(errorOf(own.start(Ports.free()))).contains("holds other things");
    }

    @Test
    void a_data_folder_that_cannot_be_made_is_one_clear_line() throws Exception {
        Files.writeString(data.resolve("file"), "");
        var process =
                own.start(Ports.free(), "--data", data.resolve("file/inside").toString());
        assertThat(errorOf(process)).contains("cannot be used").contains("--data");
    }

    @Test
    void an_unknown_argument_is_one_clear_line() throws Exception {
        assertThat(errorOf(own.start(Ports.free(), "--wat"))).contains("Unknown argument --wat");
    }

    @Test
    void a_level_that_no_check_can_have_is_one_clear_line() throws Exception {
        assertThat(errorOf(own.start(Ports.free(), "--fairway.forms.levels=i-765 I765-32 TIP,i-765 I765-99 BLOCK")))
                .contains("fairway.forms.levels", "i-765 I765-99 BLOCK", "there is no check I765-99", "I765-32");
    }

    /** What nobody holds on to any more is closed by it, a lock too. */
    private static void collectGarbage(Process process) throws Exception {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        for (int i = 0; i < 2; i++) {
            var asked = new ProcessBuilder(jcmd, String.valueOf(process.pid()), "GC.run").start();
            assertThat(asked.waitFor()).isZero();
        }
    }

    private static String errorOf(Process process) throws Exception {
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        var lines = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("WARNING: "))
                .toList();
        assertThat(lines).hasSize(1);
        return lines.getFirst();
    }

    private static int statusOf(int port) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/"))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static OwnProcess own() {
        try {
            return new OwnProcess();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
