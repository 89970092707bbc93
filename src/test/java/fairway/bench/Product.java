package fairway.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The product as its users run it: a process of its own from the packed jar, its own data folder, its own PostgreSQL. */
final class Product implements AutoCloseable {
    static final String HEAP = "-Xmx512m";
    /** Ignored by the JVM where the file is missing; written by ./fairway when it builds. */
    static final String CACHE = "-XX:AOTCache=target/fairway.aot";

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final Pattern TOTAL = Pattern.compile("Total +\\d+ +(\\d+)");
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final Process process;
    private final Path data;
    private final int port;
    private final double secondsToFirstPage;
    private final String startCosts;

    private Product(Process process, Path data, int port, double secondsToFirstPage) throws IOException {
        this.process = process;
        this.data = data;
        this.port = port;
        this.secondsToFirstPage = secondsToFirstPage;
        this.startCosts = Cores.ofStart(process.toHandle());
    }

    /** Starts it and waits for its first page. */
    static Product start(Path data, List<String> settings) throws IOException {
        int port = freePort();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                HEAP,
                CACHE,
                "-jar",
                "target/fairway.jar",
                "--fairway.network.trusted-proxies=127.0.0.1",
                "--no-demo",
                "--data",
                data.toString(),
                "--port",
                String.valueOf(port)));
        command.addAll(settings);
        long begin = System.nanoTime();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(data).toFile()))
                .start();
        // Ends with the bench however that ends, also in the middle of this start.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        awaitFirstPage(process, port, data);
        return new Product(process, data, port, (System.nanoTime() - begin) / 1e9);
    }

    int port() {
        return port;
    }

    Path data() {
        return data;
    }

    double secondsToFirstPage() {
        return secondsToFirstPage;
    }

    /** What the cores did until then. */
    String startCosts() {
        return startCosts;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Resident memory of the JVM, in megabytes. */
    long resident() {
        return status(RESIDENT);
    }

    /** The most it ever had. */
    long peakResident() {
        return status(PEAK);
    }

    /** Resident memory of PostgreSQL without what its processes share, in megabytes. */
    long database() {
        return process.descendants().mapToLong(Product::proportional).sum() / 1024;
    }

    /** Heap in use after a collection, in bytes. */
    long live() throws IOException {
        return asked("GC.class_histogram", TOTAL);
    }

    /** Heap in use now, garbage included, in megabytes. */
    long heap() throws IOException {
        return asked("GC.heap_info", USED) / 1024;
    }

    private long asked(String question, Pattern answer) throws IOException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var asked = new ProcessBuilder(jcmd, String.valueOf(process.pid()), question)
                .redirectErrorStream(true)
                .start();
        var found = answer.matcher(
                new String(asked.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        return found.find() ? Long.parseLong(found.group(1)) : -1;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static Path log(Path data) {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    private static void awaitFirstPage(Process process, int port, Path data) throws IOException {
        long patience = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (System.nanoTime() < patience) {
            if (!process.isAlive()) {
                throw new CannotMeasure("Fairway ended while starting: " + lastLine(log(data)));
            }
            try (var caller = new Caller(port, 0)) {
                if (caller.get("/").status() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                pause(10);
            }
        }
        process.destroyForcibly();
        throw new CannotMeasure("Fairway answered no page within three minutes; see " + log(data));
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotMeasure("Interrupted");
        }
    }

    private static String lastLine(Path log) throws IOException {
        var lines = Files.readAllLines(log);
        return lines.stream()
                .filter(line -> line.startsWith("Fairway cannot start"))
                .findFirst()
                .orElse(lines.isEmpty() ? "no words" : lines.getLast() + " (see target/bench-product.log)");
    }

    private long status(Pattern pattern) {
        try {
            var found = pattern.matcher(Files.readString(Path.of("/proc/" + process.pid() + "/status")));
            return found.find() ? Long.parseLong(found.group(1)) / 1024 : -1;
        } catch (IOException gone) {
            return -1;
        }
    }

    private static long proportional(ProcessHandle handle) {
        try (var lines = Files.lines(Path.of("/proc/" + handle.pid() + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | java.io.UncheckedIOException gone) {
            return 0;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
