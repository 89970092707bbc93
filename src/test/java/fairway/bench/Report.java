package fairway.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** What was measured, in words and tables, and how it stands to the targets of the design. */
final class Report {
    private final List<String> targets = new ArrayList<>();
    private final StringBuilder body = new StringBuilder();
    private final List<String> unmeasured = new ArrayList<>();

    void section(String title) {
        body.append("\n## ").append(title).append("\n\n");
        System.out.println("\n" + title);
    }

    void line(String text) {
        body.append(text).append('\n');
        System.out.println("  " + text);
    }

    /** One target: what was wanted, what was measured, and the cause where it was missed. */
    void target(String what, String measured, boolean reached, String cause) {
        targets.add("| " + what + " | " + measured + " | " + (reached ? "reached" : "**missed**: " + cause) + " |");
        System.out.println("  -> " + what + ": " + measured + (reached ? ": reached" : ": MISSED: " + cause));
    }

    void notMeasured(String what, String why) {
        targets.add("| " + what + " | not measured | " + why + " |");
        unmeasured.add(what + ": " + why);
        System.out.println("  -> " + what + ": not measured: " + why);
    }

    /** Left out by design, not by a fault. */
    void outOfScope(String what, String why) {
        targets.add("| " + what + " | not measured here | " + why + " |");
    }

    boolean complete() {
        return unmeasured.isEmpty();
    }

    void write(Path file, List<String> phases, String took) throws IOException {
        var text = new StringBuilder("# Bench\n\nWritten by `./fairway bench");
        phases.forEach(phase -> text.append(' ').append(phase));
        text.append("`; do not edit.\n\n")
                .append("- Date: ")
                .append(LocalDateTime.now(ZoneId.systemDefault())
                        .format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")))
                .append(" (")
                .append(took)
                .append(")\n- Commit: ")
                .append(output("git", "describe", "--always", "--dirty"))
                .append("\n- Machine: ")
                .append(cpu())
                .append(", ")
                .append(Runtime.getRuntime().availableProcessors())
                .append(" cores, ")
                .append(memory())
                .append(" GiB memory, ")
                .append(output("uname", "-sr"))
                .append("\n- Java: ")
                .append(Runtime.version())
                .append(", product run as `java ")
                .append(Product.HEAP)
                .append(" " + Product.CACHE + " -jar target/fairway.jar`, its own PostgreSQL,")
                .append(" load generator and pgbench on the same cores, loopback\n- Load of others before the run: ")
                .append(idleNote)
                .append("\n\n## Targets\n\n| target | measured | |\n| --- | --- | --- |\n");
        targets.forEach(target -> text.append(target).append('\n'));
        Files.writeString(file, text.append(body));
    }

    private String idleNote = "unknown";

    /** The share of the cores that was busy before anything was started; above a few per cent the figures are too low. */
    void noteOthers(double busy) {
        idleNote = Math.round(busy * 100) + " % of the cores were busy"
                + (busy > 0.12 ? " (**not quiet: absolute figures are too low, ratios uncertain**)" : "");
        System.out.println("  " + idleNote);
    }

    private static String cpu() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }

    private static long memory() throws IOException {
        var line = Files.readAllLines(Path.of("/proc/meminfo")).getFirst();
        return Math.round(Long.parseLong(line.replaceAll("\\D", "")) / 1048576.0);
    }

    private static String output(String... command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
    }
}
