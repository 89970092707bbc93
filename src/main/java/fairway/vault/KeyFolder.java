package fairway.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Files {@code kek-<number>.key} and {@code mac-<number>.key}, one secret of 32 bytes each in Base64; the highest number
 * of a kind is the current one, the others still open what they closed.
 */
record KeyFolder(Path folder) {
    static final int SIZE = 32;

    private static final Pattern NAME = Pattern.compile("(kek|mac)-([1-9][0-9]{0,8})\\.key");

    /** All keys of a kind by number; empty when there is none. */
    NavigableMap<Integer, byte[]> keys(String kind) {
        var found = new TreeMap<Integer, byte[]>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                var name = NAME.matcher(file.getFileName().toString());
                if (name.matches() && name.group(1).equals(kind)) {
                    found.put(Integer.valueOf(name.group(2)), read(file));
                }
            }
        } catch (IOException e) {
            throw new VaultClosed("The vault's key folder " + folder + " cannot be read: " + e.getMessage());
        }
        return found;
    }

    /** Writes a new secret that only its owner may read; never over an old one. */
    void generate(String kind, int number, SecureRandom random) {
        var secret = new byte[SIZE];
        random.nextBytes(secret);
        var file = folder.resolve(kind + "-" + number + ".key");
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, Base64.getEncoder().encodeToString(secret) + "\n", StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new VaultClosed("The vault cannot write its first key to " + file + ": " + e.getMessage());
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private static byte[] read(Path file) throws IOException {
        var text = Files.readString(file).strip();
        try {
            var secret = Base64.getDecoder().decode(text);
            if (secret.length == SIZE) {
                return secret;
            }
        } catch (IllegalArgumentException notBase64) {
            // said below, without repeating what the file holds
        }
        throw new VaultClosed("The vault's key file " + file + " is damaged: it must hold 32 bytes in Base64.");
    }
}
