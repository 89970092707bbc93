package fairway.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** Against a real clamd that knows one signature of our own, which the EICAR test file matches. */
class ClamdTests {
    private static final Path PROGRAM = Path.of("/usr/sbin/clamd");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static Path folder;
    private static Process daemon;

    @BeforeAll
    static void start() throws Exception {
        if (!Files.isExecutable(PROGRAM)) {
            if (System.getenv("CI") != null) {
                fail("clamd is missing: CI installs clamav-daemon, so that its adapter is never left untested");
            }
            assumeTrue(false, "clamd is not installed (apt-get install clamav-daemon): its adapter is not tested here");
        }
        folder = Files.createTempDirectory("clamd");
        var database = Files.createDirectories(folder.resolve("database"));
        var eicar = Samples.ascii(Samples.EICAR);
        var md5 = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(eicar));
        Files.writeString(database.resolve("own.hdb"), md5 + ":" + eicar.length + ":Own.Test.File\n");
        Files.writeString(
                database.resolve("own.ndb"),
                "Own.Test.Inside:0:*:" + HexFormat.of().formatHex(eicar) + "\n");
        var settings = folder.resolve("clamd.conf");
        Files.writeString(settings, """
                Foreground yes
                DatabaseDirectory %1$s/database
                LocalSocket %1$s/socket
                TemporaryDirectory %1$s
                LogFile %1$s/log
                StreamMaxLength 13M
                """.formatted(folder));
        daemon = new ProcessBuilder(PROGRAM.toString(), "--config-file=" + settings)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        awaitReady();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (daemon != null) {
            daemon.destroy();
            daemon.waitFor();
            FileSystemUtils.deleteRecursively(folder.toFile());
        }
    }

    @Test
    void a_clean_file_is_clean_and_the_engine_is_named() throws IOException {
        var finding = clamd().scan(new ByteArrayInputStream(Samples.pdf()));
        assertThat(finding.verdict()).isEqualTo(Verdict.CLEAN);
        assertThat(finding.by()).startsWith("ClamAV");
    }

    @Test
    void the_test_file_is_found_alone_and_inside_a_picture() throws IOException {
        var alone = clamd().scan(new ByteArrayInputStream(Samples.ascii(Samples.EICAR)));
        assertThat(alone.verdict()).isEqualTo(Verdict.INFECTED);
        assertThat(alone.by()).contains("Own.Test");
        var inside = Samples.joined(Samples.picture("jpg"), Samples.ascii(Samples.EICAR));
        assertThat(clamd().scan(new ByteArrayInputStream(inside)).verdict()).isEqualTo(Verdict.INFECTED);
    }

    @Test
    void the_largest_file_goes_through() throws IOException {
        var large = new byte[12 << 20];
        new Random(7).nextBytes(large);
        assertThat(clamd().scan(new ByteArrayInputStream(large)).verdict()).isEqualTo(Verdict.CLEAN);
    }

    @Test
    void a_file_larger_than_clamd_takes_is_a_failure_and_no_verdict() {
        assertThatThrownBy(() -> clamd().scan(new ByteArrayInputStream(new byte[20 << 20])))
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_scanner_that_is_not_there_is_a_failure_and_no_verdict() throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var nobody = Clamd.at("127.0.0.1:" + port, PATIENCE);
        assertThatThrownBy(() -> nobody.scan(new ByteArrayInputStream(new byte[1])))
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_scanner_that_stays_silent_is_given_up() throws IOException {
        try (var silent = new ServerSocket(0)) {
            var clamd = Clamd.at("127.0.0.1:" + silent.getLocalPort(), Duration.ofMillis(200));
            assertThatThrownBy(() -> clamd.scan(new ByteArrayInputStream(new byte[1])))
                    .isInstanceOf(IOException.class);
        }
    }

    private static Clamd clamd() {
        return Clamd.at("unix:" + folder.resolve("socket"), PATIENCE);
    }

    private static void awaitReady() throws Exception {
        for (int i = 0; i < 1500; i++) {
            try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(folder.resolve("socket")))) {
                return;
            } catch (IOException notYet) {
                if (daemon.waitFor(200, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                    fail("clamd ended: " + Files.readString(folder.resolve("output")));
                }
            }
        }
        fail("clamd did not answer within five minutes");
    }
}
