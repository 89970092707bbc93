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
        var arch = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        var parent = Files.createDirectories(binaries.toAbsolutePath().getParent());
        var fresh = Files.createTempDirectory(parent, "unpack");
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var packed = PostgresBinaries.class.getResourceAsStream("/postgres-linux-" + arch + ".txz")) {
            if (packed == null) {
                throw new IOException(
                        "No PostgreSQL binaries for " + arch + ": set FAIRWAY_DATABASE_URL to a server of your own");
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
