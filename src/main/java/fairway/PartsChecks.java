package fairway;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import tools.jackson.databind.json.JsonMapper;

/** What this product is made of and how old it is. Whether there is something newer cannot be known without a network. */
final class PartsChecks {
    private static final String LIST = "META-INF/sbom/application.cdx.json";
    /** Jars made reproducibly carry a day of the eighties or nineties. */
    private static final Instant BELIEVABLE = Instant.parse("2005-01-01T00:00:00Z");

    private static final Duration OLD = Duration.ofDays(3 * 365);
    private static final Duration OLD_RUNTIME = Duration.ofDays(200);
    private static final String OURS = "fairway";
    private static final int SHOWN = 10;

    private final Instant now;
    private final ClassLoader parts;

    PartsChecks(Instant now) {
        this(now, Fairway.class.getClassLoader());
    }

    PartsChecks(Instant now, ClassLoader parts) {
        this.now = now;
        this.parts = parts;
    }

    List<Finding> look() {
        var found = new ArrayList<Finding>();
        found.add(runtime());
        try (var list = parts.getResourceAsStream(LIST)) {
            if (list == null) {
                found.add(Finding.of("parts", false, "the list of parts is missing from this build"));
            } else {
                found.addAll(parts(list));
            }
        } catch (IOException e) {
            found.add(Finding.of("parts", false, "the list of parts cannot be read: " + Start.firstLine(e)));
        }
        found.add(Finding.unknown(
                "parts",
                "whether newer versions or known weaknesses exist: compare " + LIST + " with an up-to-date service"));
        return found;
    }

    private Finding runtime() {
        var released = LocalDate.parse(System.getProperty("java.version.date", "1970-01-01"));
        var age = Duration.between(released.atStartOfDay(ZoneOffset.UTC).toInstant(), now);
        var says = "Java " + Runtime.version() + " of " + released;
        return age.compareTo(OLD_RUNTIME) > 0
                ? Finding.note("parts", says + " is older than two of Java's quarterly updates")
                : Finding.of("parts", true, says);
    }

    private List<Finding> parts(InputStream list) throws IOException {
        var made = made();
        var found = new ArrayList<Finding>();
        var undated = new ArrayList<String>();
        var unlisted = new TreeSet<>(made.keySet());
        int number = 0;
        for (var part : new JsonMapper().readTree(list).path("components")) {
            number++;
            var name = part.path("name").asString() + "-" + part.path("version").asString();
            var at = made.get(name + ".jar");
            unlisted.removeIf(jar -> jar.startsWith(name));
            if (at == null || at.isBefore(BELIEVABLE)) {
                undated.add(name);
            } else if (Duration.between(at, now).compareTo(OLD) > 0) {
                found.add(Finding.note(
                        "parts", name + " was made " + at.toString().substring(0, 10)));
            }
        }
        found.addFirst(Finding.of("parts", number > 0, number + " libraries are on the list of parts"));
        unlisted.removeIf(jar -> jar.startsWith(OURS));
        if (!unlisted.isEmpty()) {
            found.add(Finding.note("parts", "used, but not on the list of parts: " + some(unlisted)));
        }
        if (!undated.isEmpty()) {
            found.add(
                    Finding.unknown("parts", "the age of " + undated.size() + " that do not say when they were made"));
        }
        return found;
    }

    private static String some(Collection<String> jars) {
        return jars.stream().limit(SHOWN).collect(Collectors.joining(", "))
                + (jars.size() > SHOWN ? " and " + (jars.size() - SHOWN) + " more" : "");
    }

    /** The newest day inside each jar on the class path. */
    private Map<String, Instant> made() throws IOException {
        var made = new TreeMap<String, Instant>();
        for (URL manifest : Collections.list(parts.getResources("META-INF/MANIFEST.MF"))) {
            if (manifest.openConnection() instanceof JarURLConnection jar) {
                var file = jar.getJarFile();
                var newest = file.stream()
                        .filter(entry -> !entry.isDirectory())
                        .map(ZipEntry::getLastModifiedTime)
                        .map(java.nio.file.attribute.FileTime::toInstant)
                        .max(Instant::compareTo)
                        .orElse(Instant.EPOCH);
                made.put(file.getName().replaceFirst(".*/", ""), newest);
            }
        }
        return made;
    }
}
