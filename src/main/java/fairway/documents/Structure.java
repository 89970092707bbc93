package fairway.documents;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/** Looks a file over before anybody relies on it: type by content, whole, harmless to open. Runs in a {@link Worker} only. */
final class Structure {
    private static final int SLOWEST_SECONDS = 20;
    private static final List<byte[]> PAGE_MARKS = List.of(
            ascii("<?php"), ascii("<script"), ascii("<html"), ascii("<!doctype html"), ascii("<svg"), ascii("<iframe"));
    private static final byte[] ZIP_END = {'P', 'K', 5, 6};

    private final int mostPages;
    private final int megapixels;
    private final InstantSource clock;

    Structure(int mostPages, int megapixels, InstantSource clock) {
        this.mostPages = mostPages;
        this.megapixels = megapixels;
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

    /** What it is, when it is in order. */
    Examined examine(byte[] content, String fileName) throws Objection {
        var type = FileType.of(content).orElse(null);
        if (type == null) {
            throw new Objection(FileType.whyNot(content, fileName));
        }
        if (!type.fits(fileName)) {
            throw new Objection(Refusal.MISMATCH, FileType.extensionOf(fileName), type.name());
        }
        refuseSecondMeaning(content, type);
        return new Examined(type, pages(content, type));
    }

    private int pages(byte[] content, FileType type) throws Objection {
        return switch (type) {
            case PDF -> new PdfCheck(mostPages).examine(content, deadline(), clock);
            case JPEG -> withinPixels(Pictures.jpeg(content), 1);
            case PNG -> withinPixels(Pictures.png(content), 1);
            case TIFF -> {
                var tiff = Tiffs.read(content, mostPages);
                yield withinPixels(tiff.largest(), tiff.pages());
            }
        };
    }

    private Instant deadline() {
        return clock.instant().plusSeconds(SLOWEST_SECONDS);
    }

    private int withinPixels(long pixels, int pages) throws Objection {
        if (pixels > megapixels * 1_000_000L) {
            throw new Objection(Refusal.PIXELS, megapixels);
        }
        return pages;
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
