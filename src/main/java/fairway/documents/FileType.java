package fairway.documents;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.tika.Tika;

/** The types we take, told by content; what the browser says about the type is never read. */
enum FileType {
    PDF("application/pdf", "pdf"),
    JPEG("image/jpeg", "jpg jpeg"),
    PNG("image/png", "png"),
    TIFF("image/tiff", "tif tiff");

    private static final int SEEN = 65_536;

    private final String mime;
    /** In lower case with spaces between, the usual one first. */
    private final String extensions;

    FileType(String mime, String extensions) {
        this.mime = mime;
        this.extensions = extensions;
    }

    String mime() {
        return mime;
    }

    String extension() {
        return extensions().getFirst();
    }

    boolean fits(String fileName) {
        var extension = extensionOf(fileName);
        return extension.isEmpty() || extensions().contains(extension);
    }

    private List<String> extensions() {
        return List.of(extensions.split(" "));
    }

    /** The type, or why it is none that we take. */
    static Optional<FileType> of(byte[] content) {
        var found = magic(content);
        return Arrays.stream(values()).filter(type -> type.mime.equals(found)).findFirst();
    }

    static Optional<FileType> byMime(String mime) {
        return Arrays.stream(values()).filter(type -> type.mime.equals(mime)).findFirst();
    }

    static Refusal whyNot(byte[] content, String fileName) {
        var found = magic(content);
        var extension = extensionOf(fileName);
        if (found.equals("image/heic")
                || found.equals("image/heif")
                || List.of("heic", "heif").contains(extension)) {
            return Refusal.HEIC;
        }
        if (List.of("doc", "docx", "odt", "rtf", "pages").contains(extension)) {
            return Refusal.WORD;
        }
        var known = Arrays.stream(values()).anyMatch(type -> type.extensions().contains(extension));
        return known ? Refusal.DAMAGED : Refusal.TYPE;
    }

    static String extensionOf(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static String magic(byte[] content) {
        return Magic.NUMBERS.detect(Arrays.copyOf(content, Math.min(content.length, SEEN)));
    }

    /** Loaded where files are examined and nowhere else. */
    private static final class Magic {
        static final Tika NUMBERS = new Tika();
    }
}
