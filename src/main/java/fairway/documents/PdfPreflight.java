package fairway.documents;

import fairway.documents.Structure.Objection;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Before a parser may see a PDF: the streams a parser unpacks by itself, objects and cross-references, must not be bombs.
 * They are told by the keys that a parser needs in them, since their type may be hidden.
 */
final class PdfPreflight {
    private static final byte[] STREAM = Structure.ascii("stream");
    private static final byte[] END_OBJECT = Structure.ascii("endobj");
    private static final int LONGEST_DICTIONARY = 16_384;
    private static final long MOST_UNPACKED = 16L << 20;
    private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Pattern UNPACKED_BY_PARSERS =
            Pattern.compile("/(ObjStm|XRef|First|W)(?![A-Za-z0-9])", Pattern.DOTALL);
    private static final Pattern FILTER = Pattern.compile("/(\\w+Decode|Fl|LZW|AHx|A85|RL|Crypt)(?![A-Za-z0-9])");

    private PdfPreflight() {}

    static void examine(byte[] content) throws Objection {
        long unpacked = 0;
        int objectEnd = 0;
        for (int at = Bytes.find(content, STREAM, 0); at >= 0; at = Bytes.find(content, STREAM, at + 6)) {
            if (at >= 3 && content[at - 1] == 'd' && content[at - 2] == 'n' && content[at - 3] == 'e') {
                objectEnd = at;
                continue;
            }
            int from = Math.max(objectEnd, at - LONGEST_DICTIONARY);
            var dictionary = lastObject(content, from, at);
            if (UNPACKED_BY_PARSERS.matcher(dictionary).find()) {
                unpacked += unpack(content, at + STREAM.length, dictionary, MOST_UNPACKED - unpacked);
            }
        }
    }

    private static String lastObject(byte[] content, int from, int to) {
        var text = new String(content, from, to - from, StandardCharsets.ISO_8859_1);
        int end = text.lastIndexOf(new String(END_OBJECT, StandardCharsets.US_ASCII));
        return ESCAPED.matcher(end < 0 ? text : text.substring(end))
                .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }

    private static long unpack(byte[] content, int at, String dictionary, long most) throws Objection {
        var filters = FILTER.matcher(dictionary)
                .results()
                .map(found -> found.group(1))
                .toList();
        if (filters.isEmpty()) {
            return 0;
        }
        if (filters.size() > 1
                || !(filters.getFirst().equals("FlateDecode")
                        || filters.getFirst().equals("Fl"))) {
            throw new Objection(Refusal.COMPLEX);
        }
        int start = at;
        while (start < content.length && (content[start] == '\r' || content[start] == '\n' || content[start] == ' ')) {
            start++;
        }
        return inflated(content, start, most);
    }

    private static long inflated(byte[] content, int start, long most) throws Objection {
        var buffer = new byte[65_536];
        var inflater = new Inflater();
        try {
            inflater.setInput(content, start, content.length - start);
            long total = 0;
            for (int n = inflater.inflate(buffer); n > 0; n = inflater.inflate(buffer)) {
                total += n;
                if (total > most) {
                    throw new Objection(Refusal.COMPLEX);
                }
            }
            return total;
        } catch (DataFormatException e) {
            return 0;
        } finally {
            inflater.end();
        }
    }
}
