package fairway.reach;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip file on its way to its reader; what goes in is streamed, and ends with a list of hashes. */
final class Archive implements AutoCloseable {
    static final String HASHES = "sha256.txt";

    private final ZipOutputStream zip;
    private final Map<String, String> hashes = new LinkedHashMap<>();

    Archive(OutputStream to) {
        this.zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
    }

    void add(String path, byte[] content) throws IOException {
        add(path, new java.io.ByteArrayInputStream(content));
    }

    void add(String path, InputStream content) throws IOException {
        var hashed = new DigestInputStream(content, sha256());
        zip.putNextEntry(new ZipEntry(path));
        hashed.transferTo(zip);
        zip.closeEntry();
        hashes.put(path, HexFormat.of().formatHex(hashed.getMessageDigest().digest()));
    }

    boolean holds(String path) {
        return hashes.containsKey(path);
    }

    Iterable<String> paths() {
        return hashes.keySet();
    }

    /** Ends the archive; without this it does not open, so that half of one is never taken for a whole. */
    void finish() throws IOException {
        var list = new StringBuilder();
        hashes.forEach(
                (path, hash) -> list.append(hash).append("  ").append(path).append('\n'));
        zip.putNextEntry(new ZipEntry(HASHES));
        zip.write(list.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
    }

    @Override
    public void close() throws IOException {
        zip.flush();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
