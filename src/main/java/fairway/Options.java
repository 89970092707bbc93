package fairway;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the command line and the environment ask for; everything else is a Spring setting (see {@code docs/configuration.md}).
 *
 * @param data the data folder
 * @param port the port pages are served on
 * @param address the address the server listens on
 * @param production whether this is a real installation
 * @param people whether a demonstration gets its invented people
 * @param errand what this start is for
 * @param only the kind of keys to change, where not all
 * @param url where the self-audit asks for pages, where not by itself
 * @param databaseUrl an external PostgreSQL server, where there is one
 * @param rest arguments handed on to Spring
 */
record Options(
        Path data,
        int port,
        String address,
        boolean production,
        boolean people,
        Errand errand,
        Optional<String> only,
        Optional<String> url,
        Optional<String> databaseUrl,
        List<String> rest) {

    static Options read(List<String> arguments, Map<String, String> environment) {
        var data = environment.get("FAIRWAY_DATA");
        var port = environment.getOrDefault("FAIRWAY_PORT", "8080");
        var people = true;
        var errand = Errand.SERVE;
        @Nullable String only = null;
        @Nullable String url = null;
        var rest = new ArrayList<String>();
        for (var left = new ArrayList<>(arguments); !left.isEmpty(); ) {
            var argument = left.removeFirst();
            switch (argument) {
                case "--no-demo" -> people = false;
                case "--verify-audit" -> errand = Errand.VERIFY_AUDIT;
                case "--admin-link" -> errand = Errand.ADMIN_LINK;
                case "--rehearse" -> errand = Errand.REHEARSE;
                case "--self-audit" -> errand = Errand.SELF_AUDIT;
                case "--keys" -> errand = keys(valueOf(argument, left));
                case "--only" -> only = kind(valueOf(argument, left));
                case "--url" -> url = valueOf(argument, left);
                case "--data" -> data = valueOf(argument, left);
                case "--port" -> port = valueOf(argument, left);
                default -> rest.add(known(argument));
            }
        }
        return new Options(
                data == null
                        ? defaultData(environment)
                        : Path.of(data).toAbsolutePath().normalize(),
                errand == Errand.REHEARSE ? anyPort() : port(port),
                environment.getOrDefault("FAIRWAY_ADDRESS", "127.0.0.1"),
                "production".equals(environment.get("FAIRWAY_MODE")),
                people,
                errand,
                Optional.ofNullable(only),
                Optional.ofNullable(url),
                Optional.ofNullable(environment.get("FAIRWAY_DATABASE_URL")),
                rest);
    }

    static boolean loopback(String address) {
        return address.equals("localhost") || address.equals("::1") || address.startsWith("127.");
    }

    private static Errand keys(String what) {
        return switch (what) {
            case "status" -> Errand.KEYS_STATUS;
            case "rotate" -> Errand.KEYS_ROTATE;
            default -> throw new CannotStart("Keys can be shown (status) or changed (rotate), not “" + what + "”");
        };
    }

    private static String kind(String typed) {
        if (List.of("kek", "mac", "fingerprint").contains(typed)) {
            return typed;
        }
        throw new CannotStart("The kinds of keys are kek, mac and fingerprint, not “" + typed + "”");
    }

    /** Outside every home folder for root, since the database then runs as a user who may not enter one. */
    private static Path defaultData(Map<String, String> environment) {
        if (EmbeddedPostgres.root()) {
            return Path.of("/var/lib/fairway");
        }
        @Nullable String xdg = environment.get("XDG_DATA_HOME");
        var base = xdg == null ? Path.of(System.getProperty("user.home"), ".local", "share") : Path.of(xdg);
        return base.resolve("fairway").toAbsolutePath().normalize();
    }

    private static String valueOf(String option, List<String> left) {
        if (left.isEmpty()) {
            throw new CannotStart(option + " needs a value; see ./fairway help");
        }
        return left.removeFirst();
    }

    private static String known(String argument) {
        if (!argument.startsWith("--") || !argument.contains("=")) {
            throw new CannotStart("Unknown argument " + argument + "; see ./fairway help");
        }
        return argument;
    }

    private static int anyPort() {
        try {
            return EmbeddedPostgres.freePort();
        } catch (IOException e) {
            throw new CannotStart("No port is free");
        }
    }

    private static int port(String typed) {
        try {
            var port = Integer.parseInt(typed);
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below in words a person can use
        }
        throw new CannotStart("The port must be a number from 1 to 65535, not “" + typed + "”");
    }
}
