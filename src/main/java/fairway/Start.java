package fairway;

import fairway.audit.Audit;
import fairway.vault.VaultClosed;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.BeanCreationException;
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
        refuseUnsafeAddress();
        if (!options.verifyAudit()) {
            refuseTakenPort();
        }
        var folder = DataFolder.open(options.data(), options.production());
        out.println("Data folder: " + folder.path());
        var settings = folderSettings(folder);
        settings.putAll(
                options.databaseUrl().isPresent() ? Map.of() : embedded(folder).properties());
        out.println("Starting the application …");
        var application = new SpringApplication(Fairway.class);
        application.setDefaultProperties(settings);
        application.setRegisterShutdownHook(true);
        var context = start(application, folder);
        if (options.verifyAudit()) {
            System.exit(reportChain(context));
        }
        if (!options.production()) {
            Demonstration.prepare(context, options.people()).forEach(out::println);
        }
        out.println();
        out.println("Fairway is ready: http://localhost:" + options.port() + "/");
        out.println("Officers sign in at http://localhost:" + options.port() + "/desk");
        if (!options.production()) {
            out.println("Messages land at  http://localhost:" + options.port() + "/outbox");
        }
        out.println("Stop with Ctrl-C; nothing is lost.");
        out.flush();
    }

    /** Says whether the audit chain is whole; 0 when it is. */
    private int reportChain(ConfigurableApplicationContext context) {
        var report = context.getBean(Audit.class).verify();
        out.println("Audit chain: " + report.checked() + " entries checked, " + report.tail() + " not chained yet.");
        out.println("Head: " + report.head());
        out.println(report.ok() ? "The chain is whole." : "BROKEN: " + report.firstBroken());
        out.flush();
        return report.ok() ? 0 : 1;
    }

    private ConfigurableApplicationContext start(SpringApplication application, DataFolder folder) {
        try {
            return application.run(options.rest().toArray(String[]::new));
        } catch (BeanCreationException failed) {
            for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
                if (cause instanceof org.flywaydb.core.api.FlywayException migration) {
                    throw new CannotStart("The database in " + folder.path()
                            + " was written by a newer Fairway or is damaged: " + firstLine(migration));
                }
                if (cause instanceof CannotStart refused) {
                    throw refused;
                }
                if (cause instanceof VaultClosed closed) {
                    throw new CannotStart(String.valueOf(closed.getMessage()));
                }
            }
            throw failed;
        }
    }

    private Map<String, Object> folderSettings(DataFolder folder) throws IOException {
        var settings = new HashMap<String, Object>();
        settings.put("server.port", options.verifyAudit() ? 0 : options.port());
        settings.put("server.address", options.address());
        settings.put("fairway.jobs.run", !options.verifyAudit());
        settings.put("fairway.production", options.production());
        settings.put("fairway.ui.demo", !options.production());
        settings.put("fairway.payments.accept-unconfirmed", !options.production());
        settings.put("fairway.vault.keys", folder.privateFolder("keys").toString());
        settings.put(
                "fairway.documents.folder", folder.privateFolder("documents").toString());
        settings.put("spring.config.additional-location", "optional:file:" + folder.resolve("fairway.yaml"));
        if (!options.production()) {
            settings.put("fairway.base-url", "http://localhost:" + options.port());
        }
        return settings;
    }

    private Database embedded(DataFolder folder) throws IOException {
        out.println("Starting PostgreSQL …");
        if (EmbeddedPostgres.root()) {
            refuseClosedParents(folder.path());
        }
        var server = EmbeddedPostgres.start(
                folder.resolve("postgresql"), folder.resolve("postgresql-18"), folder.secret("database"));
        SpringApplication.getShutdownHandlers().add(server::close);
        try {
            var database = Database.on(server, Database.NAME);
            folder.databaseIsInside();
            return database;
        } catch (SQLException e) {
            throw new CannotStart("The database in " + folder.path() + " is damaged: " + firstLine(e));
        }
    }

    /** The database runs as a user without rights, who must be able to walk to its folder. */
    private static void refuseClosedParents(Path data) throws IOException {
        for (Path up = data; up != null; up = up.getParent()) {
            if (!Files.getPosixFilePermissions(up).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                throw new CannotStart("The database runs as an unprivileged user, who cannot enter " + up
                        + "; choose a data folder outside it with --data");
            }
        }
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

    /** Secure cookies and passkeys work without TLS on localhost only. */
    private void refuseUnsafeAddress() {
        if (!options.onLoopback() && options.rest().stream().noneMatch(one -> one.startsWith("--server.ssl."))) {
            throw new CannotStart(
                    "Listening on " + options.address()
                            + " needs TLS (--server.ssl.certificate=… --server.ssl.certificate-private-key=…); without it only localhost works");
        }
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("no details");
    }
}
