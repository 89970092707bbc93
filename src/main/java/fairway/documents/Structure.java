package fairway.documents;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;

/** Looks a file over before anybody relies on it: type by content, whole, harmless to open. Files are never rendered here. */
final class Structure {
    /** The room for files under examination, in megabytes: two of the largest never at once. */
    private static final int ROOM = 20;

    private static final int SLOWEST_SECONDS = 20;
    private static final List<byte[]> PAGE_MARKS = List.of(
            ascii("<?php"), ascii("<script"), ascii("<html"), ascii("<!doctype html"), ascii("<svg"), ascii("<iframe"));
    private static final byte[] ZIP_END = {'P', 'K', 5, 6};

    private final DocumentSettings settings;
    private final InstantSource clock;
    private final Semaphore room = new Semaphore(ROOM, true);

    Structure(DocumentSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Something is wrong with the file; arguments are for its text. */
    static final class Objection extends Exception {
        private final transient Refusal reason;
        private final transient List<Object> arguments;

        Objection(Refusal reason, Object... arguments) {
            super(reason.name(), null, false, false);
            this.reason = reason;
            this.arguments = List.of(arguments);
        }

        Refusal reason() {
            return reason;
        }

        List<Object> arguments() {
            return arguments;
        }
    }

    /** The type of a file that is in order. */
    FileType examine(byte[] content, String fileName) throws Objection {
        var type = FileType.of(content).orElse(null);
        if (type == null) {
            throw new Objection(FileType.whyNot(content, fileName));
        }
        if (!type.fits(fileName)) {
            throw new Objection(Refusal.MISMATCH, FileType.extensionOf(fileName), type.name());
        }
        refuseSecondMeaning(content, type);
        switch (type) {
            case PDF -> new PdfCheck(settings.pages()).examine(content, deadline(), clock);
            case JPEG -> withinPixels(Pictures.jpeg(content));
            case PNG -> withinPixels(Pictures.png(content));
            case TIFF -> withinPixels(Tiffs.largest(content, settings.pages()));
        }
        return type;
    }

    /** Waits until there is room to hold this many bytes. */
    Room room(long size) {
        int megabytes = (int) Math.min(ROOM, size / (1 << 20) + 1);
        room.acquireUninterruptibly(megabytes);
        return () -> room.release(megabytes);
    }

    /** Given back when closed. */
    interface Room extends AutoCloseable {
        @Override
        void close();
    }

    private Instant deadline() {
        return clock.instant().plusSeconds(SLOWEST_SECONDS);
    }

    private void withinPixels(long pixels) throws Objection {
        if (pixels > settings.megapixels() * 1_000_000L) {
            throw new Objection(Refusal.PIXELS, settings.megapixels());
        }
    }

    /** A file that is also an archive or, to a browser, a page. */
    private static void refuseSecondMeaning(byte[] content, FileType type) throws Objection {
        var tail = Bytes.findLast(content, ZIP_END);
        if (tail >= content.length - 65_600 && tail >= 0) {
            throw new Objection(Refusal.MIXED);
        }
        int from = 0;
        if (type == FileType.PDF) {
            from = Math.max(0, Bytes.findLast(content, ascii("%%EOF")));
            if (marked(content, 0, Math.min(content.length, 1024))) {
                throw new Objection(Refusal.MIXED);
            }
        } else if (Bytes.find(content, ascii("%PDF-"), 0) >= 0) {
            throw new Objection(Refusal.MIXED);
        }
        if (marked(content, from, content.length)) {
            throw new Objection(Refusal.MIXED);
        }
    }

    private static boolean marked(byte[] content, int from, int to) {
        for (int i = from; i < to; i++) {
            if (content[i] == '<') {
                for (var mark : PAGE_MARKS) {
                    if (startsWithFolded(content, i, mark)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean startsWithFolded(byte[] content, int at, byte[] mark) {
        if (at + mark.length > content.length) {
            return false;
        }
        var found = new String(content, at, mark.length, StandardCharsets.ISO_8859_1);
        return found.toLowerCase(Locale.ROOT).equals(new String(mark, StandardCharsets.ISO_8859_1));
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
