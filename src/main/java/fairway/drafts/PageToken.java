package fairway.drafts;

import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** What a filled-in page says about itself: which page of which draft, as of which revision, and what it showed. */
record PageToken(UUID draft, String page, int instance, long rev, Shown shown) {

    /** Made anew each time a page is shown; two posts with the same one come from the same showing. */
    String nonce() {
        return shown.salt();
    }

    String text() {
        var text = new StringBuilder()
                .append(draft)
                .append(' ')
                .append(page)
                .append(' ')
                .append(instance)
                .append(' ')
                .append(rev)
                .append(' ')
                .append(shown.salt());
        shown.prints()
                .forEach((path, print) ->
                        text.append(' ').append(path).append('=').append(print));
        return text.toString();
    }

    static Optional<PageToken> read(String text) {
        var words = text.split(" ", -1);
        if (words.length < 5) {
            return Optional.empty();
        }
        var prints = new TreeMap<String, String>();
        for (int i = 5; i < words.length; i++) {
            int equals = words[i].lastIndexOf('=');
            if (equals < 0) {
                return Optional.empty();
            }
            prints.put(words[i].substring(0, equals), words[i].substring(equals + 1));
        }
        return Optional.of(new PageToken(
                UUID.fromString(words[0]),
                words[1],
                Integer.parseInt(words[2]),
                Long.parseLong(words[3]),
                new Shown(words[4], prints)));
    }
}
