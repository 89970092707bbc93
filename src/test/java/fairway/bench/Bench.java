package fairway.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/** {@code ./fairway bench [--short] [PHASE …]}: runs the chosen phases in their order and writes the report. */
public final class Bench {
    private static final List<String> PHASES =
            List.of("start", "status", "draft", "signin", "mixed", "stuffing", "sessions", "uploads");
    /** No phase begins later than this. */
    private static final long LAST_BEGIN_SECONDS = 1_200;

    private static final long HANGING_SECONDS = 2_400;

    private Bench() {}

    public static void main(String[] args) throws IOException {
        var shortened = false;
        var wanted = new LinkedHashSet<String>();
        for (var arg : args) {
            if (arg.equals("--short")) {
                shortened = true;
            } else if (PHASES.contains(arg)) {
                wanted.add(arg);
            } else {
                stop("Unknown phase " + arg + "; there are: " + String.join(" ", PHASES) + " (and --short for a try)");
            }
        }
        if (!Files.exists(Path.of("target/fairway.jar"))) {
            stop("There is no target/fairway.jar; run it as ./fairway bench, which builds it.");
        }
        var phases = PHASES.stream()
                .filter(phase -> wanted.isEmpty() || wanted.contains(phase))
                .toList();
        new Watchdog(HANGING_SECONDS).start();
        try {
            if (phases.contains("status") || phases.contains("draft")) {
                Postgres.refuseWithoutPgbench();
            }
            System.exit(run(phases, shortened) ? 0 : 1);
        } catch (CannotMeasure e) {
            stop(String.valueOf(e.getMessage()));
        } catch (SQLException e) {
            stop("The database refused: " + e.getMessage());
        }
    }

    private static boolean run(List<String> phases, boolean shortened) throws IOException, SQLException {
        long begin = System.nanoTime();
        var report = new Report();
        report.noteOthers(Cores.busy());
        var folder = Files.createTempDirectory("fairway-bench");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var site = new Site(folder, shortened)) {
            new Starting(site, report).run(phases.contains("start"));
            for (var phase : phases) {
                if (System.nanoTime() - begin
                                > Duration.ofSeconds(LAST_BEGIN_SECONDS).toNanos()
                        && !shortened) {
                    report.notMeasured("Phase " + phase, "the time for the whole bench was used up");
                } else {
                    measure(phase, site, report);
                }
            }
            var log = Files.readString(Product.log(site.product().data()));
            long faults = log.lines().filter(line -> line.contains(" ERROR ")).count();
            if (faults > 0) {
                report.section("Faults");
                report.line("The product logged " + faults + " errors; see target/bench-product.log.");
            }
            if (phases.size() > 1) {
                report.section("Memory after everything");
                report.line("JVM " + site.product().resident() + " MB resident (most: "
                        + site.product().peakResident() + " MB), PostgreSQL "
                        + site.product().database() + " MB.");
            }
        } finally {
            keepLog(folder);
            org.springframework.util.FileSystemUtils.deleteRecursively(folder);
        }
        report.outOfScope(
                "Cost growth: 10 million cases within 1.3 times of 10 thousand; misspelt-name search under 300 ms",
                "loading 10 million cases takes longer than this whole bench may");
        var took = String.format(Locale.ROOT, "took %.0f s", (System.nanoTime() - begin) / 1e9);
        var file = Path.of(shortened ? "target/bench-short.md" : "docs/bench.md");
        var command = new ArrayList<String>();
        if (shortened) {
            command.add("--short");
        }
        command.addAll(phases.size() == PHASES.size() ? List.of() : phases);
        report.write(file, command, took);
        System.out.println("\nWritten: " + file + ", " + took);
        return report.complete();
    }

    private static void keepLog(Path folder) throws IOException {
        var log = Product.log(folder.resolve("data"));
        if (Files.exists(log)) {
            Files.copy(log, Path.of("target/bench-product.log"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A phase that cannot be measured is named in the report; the others still are. */
    private static void measure(String phase, Site site, Report report) {
        try {
            switch (phase) {
                case "status" -> new StatusPhase(site, report).run();
                case "draft" -> new DraftPhase(site, report).run();
                case "signin" -> new SignInPhase(site, report).run();
                case "mixed" -> new MixedPhase(site, report).run();
                case "stuffing" -> new StuffingPhase(site, report).run();
                case "sessions" -> new SessionsPhase(site, report).run();
                case "uploads" -> new UploadPhase(site, report).run();
                default -> {}
            }
        } catch (CannotMeasure e) {
            report.notMeasured("Phase " + phase, String.valueOf(e.getMessage()));
        } catch (IOException | SQLException e) {
            report.notMeasured("Phase " + phase, site.product().alive() ? e.toString() : "the product ended");
        }
    }

    private static void stop(String why) {
        System.err.println("Cannot run the bench. " + why);
        System.exit(2);
    }

    /** Ends a bench that hangs; what it started ends with it. */
    private static final class Watchdog extends Thread {
        private final long seconds;

        Watchdog(long seconds) {
            this.seconds = seconds;
            setDaemon(true);
        }

        @Override
        public void run() {
            Product.pause(seconds * 1000);
            Bench.stop("It took longer than " + seconds + " seconds.");
        }
    }
}
