package fairway.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Files {@code kek-<number>.key}, {@code mac-<number>.key} and {@code fingerprint-<number>.key}: 32 bytes in Base64 and, on
 * a second line, from when on new things are made with it. The highest number that has come into force is the current
 * one, the others still open what they closed.
 */
record KeyFolder(Path folder) {
    static final int SIZE = 32;

    private static final String SHORT = "wrong number of bytes";
    private static final Pattern NAME = Pattern.compile("(kek|mac|fingerprint)-([1-9][0-9]{0,8})\\.key");

    /** All keys of a kind by number; empty when there is none. */
    NavigableMap<Integer, StoredKey> keys(KeyKind kind) {
        var found = new TreeMap<Integer, StoredKey>();
        for (var file : names()) {
            var name = NAME.matcher(file);
            if (name.matches() && name.group(1).equals(kind.file())) {
                found.put(Integer.valueOf(name.group(2)), read(folder.resolve(file)));
            }
        }
        return found;
    }

    /** The names of all key files, to notice a new one. */
    SortedSet<String> names() {
        var names = new TreeSet<String>();
        if (!Files.isDirectory(folder)) {
            return names;
        }
        try (var files = Files.list(folder)) {
            files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> NAME.matcher(name).matches())
                    .forEach(names::add);
            return names;
        } catch (IOException e) {
            throw new VaultClosed("The vault's key folder " + folder + " cannot be read: " + e.getMessage());
        }
    }

    /** Writes a new secret that only its owner may read, whole or not at all; never over an old one. */
    void generate(KeyKind kind, int number, SecureRandom random, Instant from) {
        var secret = new byte[SIZE];
        random.nextBytes(secret);
        var file = folder.resolve(kind.file() + "-" + number + ".key");
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            var draft = Files.createTempFile(
                    folder,
                    "new",
                    ".draft",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    draft, Base64.getEncoder().encodeToString(secret) + "\n" + from + "\n", StandardOpenOption.SYNC);
            Files.createLink(file, draft);
            Files.delete(draft);
        } catch (IOException e) {
            throw new VaultClosed("The vault cannot write a key to " + file + ": " + e.getMessage());
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private static StoredKey read(Path file) {
        try {
            var lines = Files.readAllLines(file);
            var secret = Base64.getDecoder()
                    .decode(lines.isEmpty() ? "" : lines.getFirst().strip());
            var from = lines.size() > 1
                    ? Instant.parse(lines.get(1).strip())
                    : Files.getLastModifiedTime(file).toInstant();
            if (secret.length == SIZE) {
                return new StoredKey(secret, from);
            }
            throw new IllegalArgumentException(SHORT);
        } catch (IllegalArgumentException | DateTimeException damaged) {
            // without repeating what the file holds
            throw new VaultClosed("The vault's key file " + file + " is damaged: it must hold 32 bytes in Base64.");
        } catch (IOException e) {
            throw new VaultClosed("The vault's key file " + file + " cannot be read.");
        }
    }
}
