package fairway.documents;

import static fairway.documents.Samples.joined;
import static fairway.documents.Samples.pdf;
import static fairway.documents.Samples.picture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import fairway.documents.Structure.Objection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.unit.DataSize;

/** Real processes, as the product starts them. */
class SandboxTests {
    private static final Sandbox SANDBOX = new Sandbox(settings(192, Duration.ofSeconds(60)));

    @AfterAll
    static void end() {
        SANDBOX.destroy();
    }

    @Test
    @Tag("FIL-5")
    void what_people_have_is_told_with_its_pages() throws Exception {
        assertThat(examine(SANDBOX, pdf(3, document -> {}), "a.pdf")).isEqualTo(new Examined(FileType.PDF, 3));
        assertThat(examine(SANDBOX, picture("tiff"), "a.tif")).isEqualTo(new Examined(FileType.TIFF, 1));
    }

    static Stream<Arguments> attacks() {
        return Stream.of(
                arguments(Samples.pdfThat("Launch"), "a.pdf", Refusal.LAUNCH),
                arguments(Samples.loop(), "a.pdf", Refusal.DAMAGED),
                arguments(Samples.bomb("/Type/ObjStm"), "a.pdf", Refusal.COMPLEX),
                arguments(pdf(501, document -> {}), "a.pdf", Refusal.PAGES),
                arguments(Samples.locked("secret"), "a.pdf", Refusal.ENCRYPTED));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    @Tag("A38")
    @DisplayName("A38: a malicious PDF is refused by a process that has nothing to lose")
    void a_malicious_pdf_is_refused(byte[] content, String name, Refusal reason) {
        refused(SANDBOX, content, name, reason);
    }

    @Test
    @Tag("A39")
    void bombs_and_polyglots_are_refused_with_their_reason_and_its_numbers() {
        assertThatThrownBy(() -> examine(SANDBOX, Samples.hugePng(30_000, 30_000), "a.png"))
                .isInstanceOfSatisfying(Objection.class, objection -> {
                    assertThat(objection.reason()).isEqualTo(Refusal.PIXELS);
                    assertThat(objection.arguments()).isEqualTo(List.of(120));
                });
        refused(SANDBOX, joined(picture("jpg"), pdf()), "a.jpg", Refusal.MIXED);
        assertThatThrownBy(() -> examine(SANDBOX, picture("png"), "a.jpg"))
                .isInstanceOfSatisfying(
                        Objection.class,
                        objection -> assertThat(objection.arguments()).isEqualTo(List.of("jpg", "PNG")));
    }

    @Test
    @Tag("A38")
    void a_file_that_needs_too_much_memory_ends_its_process_and_is_unreadable() throws Exception {
        var small = new Sandbox(settings(16, Duration.ofSeconds(60)));
        try {
            refused(small, joined(pdf(), new byte[12 << 20]), "a.pdf", Refusal.UNREADABLE);
            assertThat(examine(small, pdf(), "next.pdf").pages()).isEqualTo(1);
        } finally {
            small.destroy();
        }
    }

    @Test
    @Tag("A38")
    void a_file_that_takes_too_long_ends_its_process_and_is_unreadable() {
        var hasty = new Sandbox(settings(192, Duration.ofMillis(1)));
        try {
            refused(hasty, pdf(400, document -> {}), "a.pdf", Refusal.UNREADABLE);
        } finally {
            hasty.destroy();
        }
    }

    @Test
    @Tag("A41")
    void many_files_at_once_share_few_processes() throws Exception {
        var content = pdf(2, document -> {});
        var before = workers();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = IntStream.range(0, 40)
                    .<Callable<Examined>>mapToObj(i -> () -> examine(SANDBOX, content, "a.pdf"))
                    .toList();
            for (var done : threads.invokeAll(tasks)) {
                assertThat(done.get().pages()).isEqualTo(2);
            }
        }
        var more = workers();
        more.removeAll(before);
        assertThat(more).hasSizeLessThanOrEqualTo(2);
    }

    /** Those of other sandboxes in this run too. */
    private static Set<Long> workers() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains(Worker.class.getName()))
                .map(ProcessHandle::pid)
                .collect(Collectors.toCollection(HashSet::new));
    }

    @Test
    void a_file_that_cannot_be_read_here_is_no_fault_of_the_file() {
        assertThatThrownBy(() -> SANDBOX.examine(
                        () -> {
                            throw new IOException("disk");
                        },
                        10,
                        "a.pdf"))
                .isInstanceOf(IOException.class)
                .hasMessage("disk");
    }

    @ParameterizedTest
    @EnumSource(Confinement.Way.class)
    @Tag("A36")
    @Tag("A38")
    void a_worker_reaches_no_network_and_writes_no_file_where_the_system_allows(
            Confinement.Way way, @TempDir Path folder) throws Exception {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var said = probe(way, Integer.toString(server.getLocalPort()), folder.toString());
            if (said.isEmpty()) {
                assertThat(way).as("this machine does not allow it").isNotEqualTo(Confinement.Way.APART);
                return;
            }
            assertThat(said.contains("network"))
                    .isEqualTo(way == Confinement.Way.APART || way == Confinement.Way.READ_ONLY);
            assertThat(said.contains("wrote")).isEqualTo(way == Confinement.Way.APART);
            assertThat(said).doesNotContain("environment");
        }
    }

    private static List<String> probe(Confinement.Way way, String port, String folder) throws Exception {
        var confinement = new Confinement(settings(64, Duration.ofSeconds(60)));
        var process = confinement
                .command(way, Probe.class, List.of(port, folder))
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? said.lines().toList() : List.of();
    }

    static DocumentSettings settings(int heap, Duration patience) {
        return new DocumentSettings(
                Path.of("unused"),
                DataSize.ofMegabytes(12),
                50,
                500,
                120,
                Duration.ofMinutes(10),
                8,
                "",
                Duration.ZERO,
                new DocumentSettings.Sandbox(2, DataSize.ofMegabytes(heap), patience),
                new DocumentSettings.Account(10, 500, DataSize.ofGigabytes(2)));
    }

    static Examined examine(Sandbox sandbox, byte[] content, String name) throws Objection, IOException {
        return sandbox.examine(() -> new ByteArrayInputStream(content), content.length, name);
    }

    private static void refused(Sandbox sandbox, byte[] content, String name, Refusal reason) {
        assertThatThrownBy(() -> examine(sandbox, content, name))
                .isInstanceOfSatisfying(
                        Objection.class,
                        objection -> assertThat(objection.reason()).isEqualTo(reason));
    }
}
