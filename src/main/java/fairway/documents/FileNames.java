package fairway.documents;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names for the eye only: files on disk are called by their id. */
final class FileNames {
    private static final int LONGEST = 120;
    /** Controls, marks that change direction or hide, line separators, halves of characters. */
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Cn}\\p{Co}]");

    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?", Pattern.DOTALL);

    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_";

    private FileNames() {}

    /** Without path, hidden characters and surprises, at most 120 characters, ending as its type does. */
    static String clean(String typed, FileType type) {
        var name = typed.substring(Math.max(typed.lastIndexOf('/'), typed.lastIndexOf('\\')) + 1);
        name = HIDDEN.matcher(Normalizer.normalize(name, Normalizer.Form.NFC)).replaceAll("");
        name = name.replaceAll("[\"<>:|?*;]", "_").replaceAll("\\s+", " ").strip();
        name = name.replaceAll("^[. ]+|[. ]+$", "");
        var extension = FileType.extensionOf(name);
        if (name.isEmpty() || extension.isEmpty() || !type.fits(name)) {
            name = (name.isEmpty() ? "file" : name) + "." + type.extension();
        }
        return shortened(DEVICE.matcher(name).matches() ? "_" + name : name);
    }

    /** What the owner calls it; the ending stays true. */
    static String renamed(String typed, FileType type) {
        var name = typed.strip();
        return clean(type.fits(name) ? name : name + "." + type.extension(), type);
    }

    /** The name of a file that was not taken, for the message about it. */
    static String shown(String typed) {
        var name = typed.substring(Math.max(typed.lastIndexOf('/'), typed.lastIndexOf('\\')) + 1);
        name = HIDDEN.matcher(name).replaceAll("");
        return name.codePointCount(0, name.length()) <= LONGEST
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST));
    }

    private static String shortened(String name) {
        if (name.codePointCount(0, name.length()) <= LONGEST) {
            return name;
        }
        var extension = "." + FileType.extensionOf(name);
        return name.substring(0, name.offsetByCodePoints(0, LONGEST - extension.length())) + extension;
    }

    /** Safe in a header: plain letters first, the true name encoded (RFC 6266). */
    static String disposition(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9._ -]", "_");
        var encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            if (PLAIN.indexOf(b) >= 0) {
                encoded.append((char) b);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", b & 0xff));
            }
        }
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
