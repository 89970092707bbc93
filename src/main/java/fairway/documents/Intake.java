package fairway.documents;

import fairway.documents.Structure.Objection;
import fairway.vault.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;

/** Takes one stream in: counted, hashed and sealed while it is read, then looked over. Nothing unsealed touches the disk. */
final class Intake {
    /**
     * Turns at sealing, piece by piece. A virtual thread gives way only where it waits: a hundred who send faster than we
     * seal would keep the cores, and whoever holds a connection to the database would not get on.
     */
    private final Semaphore turns =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    private final DocumentSettings settings;
    private final Vault vault;
    private final Blobs blobs;
    private final Sandbox sandbox;
    private final InstantSource clock;

    Intake(DocumentSettings settings, Vault vault, Blobs blobs, Sandbox sandbox, InstantSource clock) {
        this.settings = settings;
        this.vault = vault;
        this.blobs = blobs;
        this.sandbox = sandbox;
        this.clock = clock;
    }

    /** A file on disk that is in order. */
    record Taken(FileType type, long size, String sha256, Scanner.Finding finding) {}

    Taken take(Litter.Piece piece, Upload upload, Scanner scanner) throws Objection {
        var digest = sha256();
        long size = write(piece, upload.content(), digest);
        if (size == 0) {
            throw new Objection(Refusal.EMPTY);
        }
        try {
            var examined = sandbox.examine(() -> content(piece), size, upload.fileName());
            return new Taken(examined.type(), size, HexFormat.of().formatHex(digest.digest()), finding(piece, scanner));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Scanner.Finding finding(Litter.Piece piece, Scanner scanner) throws Objection, IOException {
        if (scanner.elsewhere()) {
            return new Scanner.Finding(Verdict.PENDING, "");
        }
        try (var content = content(piece)) {
            var finding = scanner.scan(content);
            if (finding.verdict() == Verdict.INFECTED) {
                throw new Objection(Refusal.INFECTED);
            }
            return finding;
        }
    }

    static String context(Litter.Piece piece) {
        return "documents.document/" + piece.id() + "/content";
    }

    private InputStream content(Litter.Piece piece) throws IOException {
        return vault.opening(piece.key(), blobs.arrived(piece.id()), context(piece));
    }

    private long write(Litter.Piece piece, InputStream from, MessageDigest digest) throws Objection {
        var end = clock.instant().plus(settings.longest());
        try (var file = blobs.create(piece.id());
                var sealing = vault.sealing(piece.key(), file, context(piece))) {
            return copy(from, sealing, digest, end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long copy(InputStream from, OutputStream to, MessageDigest digest, Instant end)
            throws Objection, IOException {
        var buffer = new byte[65_536];
        long size = 0;
        for (int n = read(from, buffer); n >= 0; n = read(from, buffer)) {
            size += n;
            if (size > settings.limit().toBytes()) {
                throw new Objection(Refusal.TOO_BIG, settings.limit().toMegabytes());
            }
            if (clock.instant().isAfter(end)) {
                throw new Objection(Refusal.TOO_SLOW);
            }
            inTurn(buffer, n, digest, to);
        }
        return size;
    }

    private void inTurn(byte[] buffer, int n, MessageDigest digest, OutputStream to) throws IOException {
        turns.acquireUninterruptibly();
        try {
            digest.update(buffer, 0, n);
            to.write(buffer, 0, n);
        } finally {
            turns.release();
        }
    }

    private static int read(InputStream from, byte[] buffer) throws Objection {
        try {
            return from.read(buffer);
        } catch (IOException e) {
            throw new Objection(Refusal.INTERRUPTED);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
