package fairway.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/** Who had the cores between two moments: the evidence for why a target was missed. */
final class Cores {
    private static final Pattern COMPILER = Pattern.compile("\\(C[12] Compil");

    private final Product product;
    private final double[] before;

    Cores(Product product) throws IOException {
        this.product = product;
        this.before = now();
    }

    /** Shares of all cores since then, and what one request cost. */
    String since(long requests) throws IOException {
        var after = now();
        double all = after[4] - before[4];
        double jvm = after[0] - before[0];
        double database = after[1] - before[1];
        double bench = after[2] - before[2];
        double others = Math.max(0, after[3] - before[3] - jvm - database - bench);
        return String.format(
                Locale.ROOT,
                "of the cores the JVM had %.0f %%, PostgreSQL %.0f %%, the load generator %.0f %%, others and the kernel %.0f %%;"
                        + " one request cost the JVM %.2f ms and PostgreSQL %.2f ms of a core",
                100 * jvm / all,
                100 * database / all,
                100 * bench / all,
                100 * others / all,
                1000 * jvm / Math.max(1, requests),
                1000 * database / Math.max(1, requests));
    }

    /** What a process that has just started took of the cores, and how much of it its compilers. */
    static String ofStart(ProcessHandle started) throws IOException {
        double compilers = 0;
        try (var threads = Files.newDirectoryStream(Path.of("/proc", String.valueOf(started.pid()), "task"))) {
            for (var thread : threads) {
                compilers += compiling(thread);
            }
        }
        return String.format(
                Locale.ROOT,
                "until the first page the JVM took %.1f s of the %d cores, %.1f s of them its compilers, PostgreSQL %.1f s",
                seconds(started),
                Runtime.getRuntime().availableProcessors(),
                compilers,
                started.descendants().mapToDouble(Cores::seconds).sum());
    }

    /** Seconds of a compiler; threads that end meanwhile are nobody any more. */
    private static double compiling(Path thread) throws IOException {
        try {
            var stat = Files.readString(thread.resolve("stat"));
            var times = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return COMPILER.matcher(stat).find() ? (Long.parseLong(times[11]) + Long.parseLong(times[12])) / 100.0 : 0;
        } catch (NoSuchFileException gone) {
            return 0;
        }
    }

    /** Seconds of: JVM, PostgreSQL, this process, all that was busy, all there was. */
    private double[] now() throws IOException {
        var ticks = ticks();
        return new double[] {
            seconds(product.handle()),
            product.handle().descendants().mapToDouble(Cores::seconds).sum(),
            seconds(ProcessHandle.current()),
            (ticks[0] - ticks[1]) / 100.0,
            ticks[0] / 100.0
        };
    }

    private static double seconds(ProcessHandle handle) {
        return handle.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    /** The share of the machine that is busy just now. */
    static double busy() throws IOException {
        var before = ticks();
        Product.pause(2000);
        var after = ticks();
        long all = after[0] - before[0];
        return all == 0 ? 0 : 1 - (after[1] - before[1]) / (double) all;
    }

    private static long[] ticks() throws IOException {
        var fields = Files.readAllLines(Path.of("/proc/stat")).getFirst().split("\\s+", -1);
        long all = 0;
        for (int i = 1; i <= 8; i++) {
            all += Long.parseLong(fields[i]);
        }
        return new long[] {all, Long.parseLong(fields[4]) + Long.parseLong(fields[5])};
    }
}
