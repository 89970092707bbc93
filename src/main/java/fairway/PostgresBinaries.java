package fairway;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL server programs, carried in a library and unpacked once. */
final class PostgresBinaries {
    private PostgresBinaries() {}

    static void unpack(Path binaries) throws IOException {
        if (Files.exists(binaries.resolve("bin/postgres"))) {
            return;
        }
        var name = name(System.getProperty("os.name"), System.getProperty("os.arch"));
        var parent = Files.createDirectories(binaries.toAbsolutePath().getParent());
        var fresh = Files.createTempDirectory(parent, "unpack");
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var packed = PostgresBinaries.class.getResourceAsStream(name)) {
            if (packed == null) {
                throw new IOException(
                        "No PostgreSQL binaries in " + name + ": set FAIRWAY_DATABASE_URL to a server of your own");
            }
            unpack(packed, fresh);
        }
        try {
            Files.move(fresh, binaries);
        } catch (IOException raced) {
            if (!Files.exists(binaries.resolve("bin/postgres"))) {
                throw raced;
            }
        }
    }

    /** The programs for this machine. */
    static String name(String system, String processor) {
        var arch = switch (processor) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> "";
        };
        if (!system.equals("Linux") || arch.isEmpty()) {
            throw new CannotStart("Fairway brings a database for Linux on amd64 and arm64 only, and this is " + system
                    + " on " + processor + ": set FAIRWAY_DATABASE_URL to a PostgreSQL server of your own");
        }
        return "/postgres-linux-" + arch + ".txz";
    }

    private static void unpack(InputStream packed, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("Entry outside the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    if (entry.isSymbolicLink()) {
                        Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                    } else {
                        Files.copy(tar, file);
                        Files.setPosixFilePermissions(
                                file,
                                PosixFilePermissions.fromString(
                                        (entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--"));
                    }
                }
            }
        }
    }
}
