package fairway;

import fairway.administration.Staff;
import fairway.forms.BadEdition;
import fairway.forms.Forms;
import fairway.forms.Level;
import fairway.vault.VaultClosed;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** One start, from the data folder to the printed address; each step says what it does, each refusal what to do. */
final class Start {
    private final Options options;
    private final PrintStream out;

    Start(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    void run() throws IOException {
        if (!options.errand().oneThing()) {
            refuseTakenPort();
        }
        var folder = options.errand().besideOthers() && DataFolder.inUse(options.data())
                ? DataFolder.beside(options.data())
                : DataFolder.open(options.data(), options.production());
        out.println("Data folder: " + folder.path());
        var context = beside(database(folder), folder);
        var errands = new Errands(options, context, folder, out);
        if (!options.errand().besideOthers()) {
            waitForForms(context);
        }
        if (options.errand() != Errand.SERVE) {
            System.exit(errands.run());
        }
        if (!options.production()) {
            Demonstration.prepare(context, options.people()).forEach(out::println);
        }
        var address = (Tls.on(context.getEnvironment()) ? "https" : "http") + "://localhost:" + options.port() + "/";
        out.println();
        out.println("Fairway is ready: " + address);
        if (options.production() || !options.people()) {
            context.getBean(Staff.class).firstLink().ifPresent(errands::printAdminLink);
        }
        out.println("Officers sign in at " + address + "desk");
        if (!options.production()) {
            out.println("Messages land at  " + address + "outbox");
        }
        out.println("Stop with Ctrl-C; nothing is lost.");
        out.flush();
    }

    private DatabaseStart database(DataFolder folder) throws IOException {
        if (options.databaseUrl().isPresent()) {
            var external = new DatabaseStart.External(options.databaseUrl().get());
            return folder.alone() ? external : new DatabaseStart.Running(external.settings());
        }
        return folder.alone() ? new DatabaseStart.Embedded(folder, out) : DatabaseStart.Running.in(folder);
    }

    /** The application is put together on a thread of its own while this one, on which the server lives, starts the database. */
    private ConfigurableApplicationContext beside(DatabaseStart database, DataFolder folder) throws IOException {
        var settings = folderSettings(folder);
        settings.putAll(database.settings());
        var later = new LaterDatabase();
        var application = new SpringApplication(Fairway.class);
        application.setDefaultProperties(settings);
        application.setRegisterShutdownHook(true);
        application.addInitializers(
                context ->
                        Tls.prepare(context.getEnvironment(), !options.errand().oneThing()),
                context -> context.getBeanFactory().addBeanPostProcessor(later),
                context -> keepLocked(context, folder));
        var putTogether = new FutureTask<>(() -> application.run(options.rest().toArray(String[]::new)));
        out.println("Starting the application …");
        Thread.ofPlatform().name("start").start(putTogether);
        try {
            database.open();
            later.opened();
        } catch (CannotStart | IOException | FlywayException broken) {
            later.failed(broken);
            throw refusal(broken, folder);
        }
        try {
            return putTogether.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("It was interrupted");
        } catch (ExecutionException failed) {
            throw refusal(failed, folder);
        }
    }

    /** The lock on the folder goes with the object that holds it: the application keeps that one as long as it runs. */
    private static void keepLocked(ConfigurableApplicationContext context, DataFolder folder) {
        context.getBeanFactory().registerSingleton("fairway.dataFolder", folder);
    }

    /** Why it cannot go on, as the person at the console needs it. */
    private static CannotStart refusal(Throwable failure, DataFolder folder) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case CannotStart refused -> {
                    return refused;
                }
                case VaultClosed closed -> {
                    return new CannotStart(String.valueOf(closed.getMessage()));
                }
                case FlywayException migration -> {
                    return new CannotStart("The database in " + folder.path()
                            + " was written by a newer Fairway or is damaged: " + firstLine(migration));
                }
                default -> {}
            }
        }
        return new CannotStart("The log above says more: " + firstLine(failure));
    }

    private static void waitForForms(ConfigurableApplicationContext context) {
        try {
            context.getBean(Forms.class).ready();
        } catch (BadEdition broken) {
            throw new CannotStart("A form edition is broken: " + firstLine(broken));
        } catch (Level.Refused refused) {
            throw new CannotStart("The setting fairway.forms.levels is refused at " + firstLine(refused));
        }
    }

    private Map<String, Object> folderSettings(DataFolder folder) throws IOException {
        var settings = new HashMap<String, Object>();
        settings.put("server.port", options.errand().oneThing() ? 0 : options.port());
        settings.put("server.address", options.errand().oneThing() ? "127.0.0.1" : options.address());
        settings.put("fairway.jobs.run", !options.errand().oneThing());
        settings.put("fairway.production", options.production());
        settings.put("fairway.ui.demo", !options.production());
        settings.put("fairway.payments.accept-unconfirmed", !options.production());
        settings.put("fairway.forms.accept-unconfirmed", !options.production());
        settings.put("fairway.vault.keys", folder.privateFolder("keys").toString());
        settings.put(
                "fairway.documents.folder", folder.privateFolder("documents").toString());
        settings.put("spring.config.additional-location", "optional:file:" + folder.resolve("fairway.yaml"));
        if (!options.production()) {
            var tls = options.rest().stream().anyMatch(one -> one.startsWith("--" + Tls.CERTIFICATE + "="));
            settings.put("fairway.base-url", (tls ? "https" : "http") + "://localhost:" + options.port());
        }
        return settings;
    }

    private void refuseTakenPort() {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(options.address()), options.port()));
        } catch (IOException taken) {
            throw new CannotStart("Port " + options.port() + " on " + options.address()
                    + " is in use or not allowed; choose another with --port");
        }
    }

    static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("no details");
    }
}
