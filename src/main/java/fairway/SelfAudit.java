package fairway;

import fairway.audit.Audit;
import fairway.calendar.LegalCalendar;
import fairway.forms.Forms;
import fairway.promises.Promises;
import fairway.vault.Vault;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at this installation as an examiner would and reports what it sees, also what it cannot know from here. */
final class SelfAudit {
    private final ApplicationContext context;
    private final Path folder;
    private final URI address;

    SelfAudit(ApplicationContext context, Path folder, URI address) {
        this.context = context;
        this.folder = folder;
        this.address = address;
    }

    List<Finding> look() {
        var now = context.getBean(InstantSource.class).instant();
        var found = new ArrayList<>(new PageChecks(address).look());
        found.addAll(new SettingsChecks(context.getBean(ConfigurableEnvironment.class)).look());
        found.addAll(new StoreChecks(
                        context.getBean(Vault.class),
                        context.getBean(Promises.class),
                        context.getBean(Audit.class),
                        context.getBean(JdbcClient.class),
                        now)
                .look());
        found.addAll(new FormsChecks(
                        context.getBean(Forms.class),
                        context.getBean(LegalCalendar.class).today())
                .look());
        found.addAll(new FolderChecks(folder).look());
        found.addAll(new PartsChecks(now).look());
        return found;
    }

    /** Prints, writes the report beside the data, and says whether nothing failed. */
    boolean report(PrintStream out) throws IOException {
        var found = look();
        for (var finding : found) {
            out.println(finding.level().word() + "  " + finding.area() + ": " + finding.says());
        }
        var failed = found.stream()
                .filter(finding -> finding.level() == Finding.Level.FAILED)
                .count();
        out.println(failed == 0 ? "Nothing failed." : failed + " failed.");
        out.println("Report: " + write(found));
        out.flush();
        return failed == 0;
    }

    private Path write(List<Finding> found) throws IOException {
        var now = context.getBean(InstantSource.class).instant();
        var reports = Files.createDirectories(
                folder.resolve("reports"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var name = "self-audit-" + now.toString().replaceAll("[:.]", "-") + ".md";
        return Files.writeString(reports.resolve(name), markdown(found, now));
    }

    private String markdown(List<Finding> found, Instant now) {
        var rows = found.stream()
                .map(finding -> "| " + finding.level().name().toLowerCase(Locale.ROOT) + " | " + finding.area() + " | "
                        + finding.says().replace("|", "\\|") + " |")
                .collect(Collectors.joining("\n"));
        return "# Self-audit of " + now + "\n\nData folder `" + folder + "`, pages asked at `" + address + "`.\n\n"
                + "| state | area | seen |\n|---|---|---|\n" + rows + "\n";
    }
}
