package fairway.documents;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a worker process is locked up: the strictest way this machine allows is found with the first start and kept. Every way
 * has a small heap, an empty environment and no rights of ours beyond reading; what comes on top depends on the system.
 */
final class Confinement {
    private static final Logger LOG = LoggerFactory.getLogger(Confinement.class);
    private static final Duration START = Duration.ofSeconds(30);
    /** Another one than the database's, so that a worker cannot reach its files. */
    private static final String NOBODY = "65533";

    private static final String OFF_THE_NET = "--net --ipc --uts ";
    private static final String NO_RIGHTS = "--no-new-privs --bounding-set=-all --inh-caps=-all ";
    private static final String NO_FILES = "prlimit --fsize=0 --core=0 --nofile=256";

    /** From the strictest to the weakest. */
    enum Way {
        /** A user of its own, no network, no writing; needs root and a program folder that everybody may read. */
        STRANGER("unshare " + OFF_THE_NET + "setpriv --reuid=" + NOBODY + " --regid=" + NOBODY + " --clear-groups "
                + NO_RIGHTS + NO_FILES),
        /** Root in name only: no network, no capabilities, no writing. */
        STRIPPED("unshare " + OFF_THE_NET + "setpriv " + NO_RIGHTS + NO_FILES),
        /** For an ordinary user: no network, no writing. */
        OFFLINE("unshare --user " + OFF_THE_NET + NO_FILES),
        /** No writing. */
        READ_ONLY(NO_FILES),
        /** A process of its own with a small heap. */
        APART("");

        private final String prefix;

        Way(String prefix) {
            this.prefix = prefix;
        }

        List<String> prefix() {
            return prefix.isEmpty() ? List.of() : List.of(prefix.split(" "));
        }
    }

    private final List<String> arguments;
    private final long heapMegabytes;
    private final AtomicReference<Way> found = new AtomicReference<>(Way.STRANGER);

    Confinement(DocumentSettings settings) {
        this.arguments = List.of(Integer.toString(settings.pages()), Integer.toString(settings.megapixels()));
        this.heapMegabytes = settings.sandbox().heap().toMegabytes();
    }

    /** The way that works here; known after the first start. */
    Way way() {
        return found.get();
    }

    Cell start() throws IOException {
        var failure = new IOException("No worker can be started");
        for (var way : Way.values()) {
            if (way.compareTo(found.get()) >= 0) {
                try {
                    var cell = Cell.start(command(way, Worker.class, arguments), START);
                    if (found.getAndSet(way) != way) {
                        LOG.info("files are examined in processes locked up as {}", way);
                    }
                    return cell;
                } catch (IOException notThisWay) {
                    failure.addSuppressed(notThisWay);
                }
            }
        }
        throw failure;
    }

    ProcessBuilder command(Way way, Class<?> main, List<String> given) {
        var command = new ArrayList<>(way.prefix());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx" + heapMegabytes + "m",
                "-Xms16m",
                "-XX:MaxMetaspaceSize=96m",
                "-XX:MaxDirectMemorySize=16m",
                "-XX:ReservedCodeCacheSize=32m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=/nowhere",
                "-Dpdfbox.fontcache=/nowhere"));
        command.addAll(List.of("-cp", classPath(main), main.getName()));
        command.addAll(given);
        var builder = new ProcessBuilder(command).directory(new File("/"));
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL", "C.UTF-8"));
        return builder;
    }

    /** Only what parsing needs: our own classes, the PDF library and the magic numbers. */
    private static String classPath(Class<?> main) {
        return Stream.of(
                        main,
                        Worker.class,
                        org.apache.pdfbox.Loader.class,
                        org.apache.pdfbox.io.RandomAccessRead.class,
                        org.apache.fontbox.FontBoxFont.class,
                        org.apache.commons.logging.LogFactory.class,
                        org.apache.tika.Tika.class,
                        org.apache.commons.io.IOUtils.class,
                        Logger.class)
                .map(Confinement::place)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String place(Class<?> type) {
        var source = type.getProtectionDomain().getCodeSource();
        return Path.of(java.net.URI.create(source.getLocation().toString())).toString();
    }
}
