package fairway;

import fairway.administration.Staff;
import fairway.audit.Audit;
import fairway.vault.KeyKind;
import fairway.vault.KeyState;
import fairway.vault.Vault;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/** The commands that do one thing and end; each gives the exit code. */
final class Errands {
    private final Options options;
    private final ConfigurableApplicationContext context;
    private final DataFolder folder;
    private final PrintStream out;

    Errands(Options options, ConfigurableApplicationContext context, DataFolder folder, PrintStream out) {
        this.options = options;
        this.context = context;
        this.folder = folder;
        this.out = out;
    }

    int run() throws IOException {
        var code = switch (options.errand()) {
            case VERIFY_AUDIT -> reportChain();
            case ADMIN_LINK -> adminLink();
            case KEYS_STATUS -> keysStatus();
            case KEYS_ROTATE -> keysRotate();
            case SELF_AUDIT -> selfAudit();
            case REHEARSE -> {
                new Rehearsal(options.port()).run();
                yield 0;
            }
            case SERVE -> throw new IllegalStateException("Serving is no errand");
        };
        out.flush();
        return code;
    }

    private int adminLink() {
        printAdminLink(context.getBean(Staff.class).consoleLink());
        return 0;
    }

    /** Nobody works here until this link is used; it is on the console only, and nobody can read it off the database. */
    void printAdminLink(String path) {
        var base = context.getEnvironment().getProperty("fairway.base-url", "http://localhost:" + options.port());
        out.println("An administrator sets up their access here, once and within the hour:");
        out.println("  " + base + path);
        out.println("./fairway admin prints a new link.");
        out.flush();
    }

    /** Says whether the audit chain is whole; 0 when it is. */
    private int reportChain() {
        var report = context.getBean(Audit.class).verify();
        out.println("Audit chain: " + report.checked() + " entries checked, " + report.tail() + " not chained yet.");
        out.println("Head: " + report.head());
        out.println(report.ok() ? "The chain is whole." : "BROKEN: " + report.firstBroken());
        return report.ok() ? 0 : 1;
    }

    private int keysStatus() {
        print(context.getBean(Vault.class).keys());
        return 0;
    }

    /** A change that was cut short is finished before a further one begins. */
    private int keysRotate() {
        var vault = context.getBean(Vault.class);
        var alone = folder.alone() && options.databaseUrl().isEmpty();
        for (var state : vault.keys()) {
            var kind = state.kind();
            if (options.only().isPresent() && !options.only().get().equalsIgnoreCase(kind.name())) {
                continue;
            }
            if (state.waiting() || (kind != KeyKind.MAC && state.behind() > 0)) {
                out.println(name(kind) + ": the last change is not finished yet; going on with it.");
            } else {
                out.println(name(kind) + "-" + vault.newKey(kind, alone) + " was made in the key folder.");
            }
        }
        if (alone) {
            vault.turn(out::println);
        } else {
            out.println(
                    "The running Fairway takes it up within two minutes; ./fairway keys status shows how far it is.");
        }
        print(vault.keys());
        out.println("Back up the key folder now, apart from the database.");
        return 0;
    }

    private void print(List<KeyState> states) {
        for (var state : states) {
            out.println(name(state.kind()) + "-" + state.current() + " in force since " + state.since()
                    + (state.waiting() ? ", a newer one comes into force within a minute" : ""));
            state.left()
                    .forEach(left -> out.println("  " + left.place() + ": " + left.count() + " under earlier keys"));
        }
    }

    private static String name(KeyKind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT);
    }

    private int selfAudit() throws IOException {
        var own = "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
        var address = URI.create(options.url().orElse(own));
        return new SelfAudit(context, folder.path(), address).report(out) ? 0 : 1;
    }
}
