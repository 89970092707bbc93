package fairway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Who may read what lies in the data folder. */
final class FolderChecks {
    private static final List<String> PRIVATE = List.of("keys", "secrets", "documents", "reports", "fairway.yaml");
    private static final Set<PosixFilePermission> OF_OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final Path folder;

    FolderChecks(Path folder) {
        this.folder = folder;
    }

    List<Finding> look() {
        var found = new ArrayList<Finding>();
        for (var name : PRIVATE) {
            var path = folder.resolve(name);
            if (Files.exists(path)) {
                found.add(closed(path));
            }
        }
        return found;
    }

    /** A folder nobody else may enter closes what is in it; keys and secrets are looked at one by one all the same. */
    private Finding closed(Path path) {
        var secret = path.endsWith("keys") || path.endsWith("secrets");
        try (var inside = secret ? Files.walk(path) : Stream.of(path)) {
            var open = inside.filter(FolderChecks::openToOthers).toList();
            return Finding.of(
                    "files",
                    open.isEmpty(),
                    open.isEmpty() ? path + " is for its owner only" : "others may read or write " + open);
        } catch (IOException e) {
            return Finding.unknown("files", path + " cannot be looked at: " + Start.firstLine(e));
        }
    }

    private static boolean openToOthers(Path path) {
        try {
            return Files.getPosixFilePermissions(path).stream().anyMatch(OF_OTHERS::contains);
        } catch (IOException e) {
            return true;
        }
    }
}
