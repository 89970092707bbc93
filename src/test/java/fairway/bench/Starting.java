package fairway.bench;

import java.io.IOException;
import java.util.Locale;

/** From the command to the first page: with an empty data folder, and again on the same data. */
final class Starting {
    private static final int WARM_STARTS = 3;

    private final Site site;
    private final Report report;

    Starting(Site site, Report report) {
        this.site = site;
        this.report = report;
    }

    /** Starts the product in any case; measures warm starts and memory when asked to. */
    void run(boolean measured) throws IOException {
        var cold = site.start(false);
        if (!measured) {
            return;
        }
        report.section("Start");
        report.line(String.format(
                Locale.ROOT,
                "From nothing (unpack PostgreSQL, initdb, migrations) to the first page: %.1f s.",
                cold.secondsToFirstPage()));
        var all = new StringBuilder();
        double best = Double.MAX_VALUE;
        double sum = 0;
        var costs = "";
        for (int i = 0; i < WARM_STARTS; i++) {
            var started = site.start(false);
            double seconds = started.secondsToFirstPage();
            costs = started.startCosts();
            all.append(String.format(Locale.ROOT, " %.1f", seconds));
            best = Math.min(best, seconds);
            sum += seconds;
        }
        report.line("On existing data, three times, seconds:" + all + ".");
        Product.pause(2000);
        report.line(
                "Memory two seconds after the last start: JVM " + site.product().resident()
                        + " MB resident, PostgreSQL " + site.product().database() + " MB.");
        report.target(
                "First start from nothing under 10 s",
                String.format(Locale.ROOT, "%.1f s", cold.secondsToFirstPage()),
                cold.secondsToFirstPage() < 10,
                cold.startCosts());
        report.target(
                "Warm start to first page under 3 s",
                String.format(Locale.ROOT, "%.1f s (best %.1f s)", sum / WARM_STARTS, best),
                sum / WARM_STARTS < 3,
                java.nio.file.Files.exists(java.nio.file.Path.of("target/fairway.aot"))
                        ? costs
                        : "there is no target/fairway.aot: the rehearsal after the build failed");
    }
}
