package fairway;

import java.io.IOException;
import java.io.StringReader;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything of one installation: database, files, secrets. It is marked once and for ever as a
 * demonstration's or a real one's, and one process at a time may use it.
 */
final class DataFolder implements AutoCloseable {
    /** Raised when an older Fairway could no longer read what a newer one wrote. */
    static final int FORMAT = 1;

    private static final long NEEDED = 400L << 20;
    private static final String MARK = "installation.properties";

    private final Path path;
    private final @Nullable FileChannel channel;
    private final @Nullable FileLock lock;

    private DataFolder(Path path, @Nullable FileChannel channel, @Nullable FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /** Opens the folder, making it on the first start. */
    static DataFolder open(Path path, boolean production) {
        try {
            if (Files.exists(path) && !Files.isDirectory(path)) {
                throw new CannotStart("The data folder " + path + " is a file; choose another with --data");
            }
            var fresh = Files.createDirectories(path);
            if (!Files.isWritable(fresh)) {
                throw new CannotStart(
                        "No permission to write to the data folder " + path + "; choose another with --data");
            }
            var folder = lock(path);
            folder.mark(production);
            return folder;
        } catch (IOException e) {
            throw new CannotStart(
                    "The data folder " + path + " cannot be used: " + reason(e) + "; choose another with --data");
        }
    }

    /** The folder of a Fairway that is running, for those who only look at it or leave something there for it. */
    static DataFolder beside(Path path) {
        return new DataFolder(path, null, null);
    }

    /** Whether a Fairway is running on it. */
    static boolean inUse(Path path) throws IOException {
        if (!Files.exists(path.resolve("lock"))) {
            return false;
        }
        try (var channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.WRITE);
                var lock = tryLock(channel)) {
            return lock == null;
        }
    }

    /** Whether no other Fairway runs on it as long as we hold it. */
    boolean alone() {
        return lock != null;
    }

    Path path() {
        return path;
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /** A secret made on the first start and kept with tight permissions. */
    String secret(String name) throws IOException {
        var secrets = privateFolder("secrets");
        var file = secrets.resolve(name);
        if (!Files.exists(file)) {
            var random = new byte[32];
            new SecureRandom().nextBytes(random);
            var draft = Files.createTempFile(
                    secrets,
                    name,
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
            Files.move(draft, file);
        }
        return Files.readString(file);
    }

    /** A folder only its owner may enter. */
    Path privateFolder(String name) throws IOException {
        var folder = Files.createDirectories(path.resolve(name));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        return folder;
    }

    @Override
    public void close() throws IOException {
        if (lock != null && channel != null) {
            lock.release();
            channel.close();
        }
    }

    private static DataFolder lock(Path path) throws IOException {
        var channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            throw new CannotStart("Another Fairway is running on the data folder " + path);
        }
        return new DataFolder(path, channel, lock);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    private void mark(boolean production) throws IOException {
        var file = path.resolve(MARK);
        var kind = production ? "real" : "demonstration";
        if (!Files.exists(file)) {
            begin(file, kind);
            return;
        }
        var mark = new Properties();
        mark.load(new StringReader(Files.readString(file)));
        var format = mark.getProperty("format", "");
        if (!format.matches("[0-9]{1,6}") || !mark.containsKey("kind")) {
            throw new CannotStart("The data folder " + path + " is damaged (" + MARK + "); restore it from a backup");
        }
        if (Integer.parseInt(format) > FORMAT) {
            throw new CannotStart("The data folder " + path + " was written by a newer Fairway; start that version");
        }
        if (!kind.equals(mark.getProperty("kind"))) {
            throw new CannotStart("The data folder " + path + " is a " + mark.getProperty("kind")
                    + " installation for ever; use another folder for a " + kind + " one");
        }
        if (!Files.isRegularFile(path.resolve("postgresql/cluster/PG_VERSION"), LinkOption.NOFOLLOW_LINKS)
                && mark.getProperty("database", "").equals("embedded")) {
            throw new CannotStart(
                    "The data folder " + path + " is damaged (no database in it); restore it from a backup");
        }
    }

    private void begin(Path file, String kind) throws IOException {
        try (var inside = Files.list(path)) {
            var foreign = inside.map(one -> String.valueOf(one.getFileName()))
                    .filter(name -> !name.equals("lock"))
                    .findAny();
            if (foreign.isPresent() && !Files.exists(path.resolve("postgresql"))) {
                throw new CannotStart("The folder " + path + " holds other things (" + foreign.get()
                        + "); choose an empty one with --data");
            }
        }
        if (Files.getFileStore(path).getUsableSpace() < NEEDED) {
            throw new CannotStart(
                    "Not enough disk space for the data folder " + path + ": " + (NEEDED >> 20) + " MB are needed");
        }
        write(file, kind, "none");
    }

    /** Remembers that the database inside is complete, so that a missing one is noticed later. */
    void databaseIsInside() throws IOException {
        var file = path.resolve(MARK);
        var mark = new Properties();
        mark.load(new StringReader(Files.readString(file)));
        if (!"embedded".equals(mark.getProperty("database"))) {
            write(file, mark.getProperty("kind", ""), "embedded");
        }
    }

    private void write(Path file, String kind, String database) throws IOException {
        var draft = path.resolve(MARK + ".new");
        Files.writeString(draft, "format=" + FORMAT + "\nkind=" + kind + "\ndatabase=" + database + "\n");
        Files.move(
                draft,
                file,
                java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static String reason(IOException e) {
        return e instanceof java.nio.file.AccessDeniedException
                ? "no permission to write there"
                : String.valueOf(e.getMessage());
    }
}
