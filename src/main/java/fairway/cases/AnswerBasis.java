package fairway.cases;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the page of an unsent answer was made from. The page carries it, so that a late save can tell what its person changed
 * without an old copy of the text being kept anywhere.
 *
 * @param window made anew each time the page is shown; a save whose reply was lost does not fight the next one
 * @param print a fingerprint of the text as it was shown
 */
record AnswerBasis(long rev, @Nullable UUID window, String print) {
    /** Of a post that does not say what it was made from: right only while nothing was ever saved. */
    static final AnswerBasis NOTHING = new AnswerBasis(0, null, "");

    /** Whose text is the newer one. */
    enum Newer {
        MINE,
        THEIRS,
        /** Both changed, and not alike: only the person can tell. */
        BOTH
    }

    static AnswerBasis of(UnsentAnswer shown, UUID window) {
        return new AnswerBasis(shown.rev(), window, print(window, shown.text()));
    }

    static AnswerBasis read(String text) {
        var words = text.split("\\.", -1);
        if (words.length != 3) {
            return NOTHING;
        }
        try {
            return new AnswerBasis(Long.parseLong(words[0]), UUID.fromString(words[1]), words[2]);
        } catch (IllegalArgumentException notOurs) {
            return NOTHING;
        }
    }

    String text() {
        return window == null ? "" : rev + "." + window + "." + print;
    }

    Newer newer(UnsentAnswer kept, String typed) {
        var mine = kept.rev() == rev || (window != null && window.equals(kept.window()));
        if (mine || kept.says(typed) || print(window, kept.text()).equals(print)) {
            return Newer.MINE;
        }
        return print(window, typed).equals(print) ? Newer.THEIRS : Newer.BOTH;
    }

    /** The basis of the same page once this is kept. */
    AnswerBasis after(UnsentAnswer kept) {
        return window == null ? NOTHING : of(kept, window);
    }

    private static String print(@Nullable UUID window, String text) {
        if (window == null) {
            return "-";
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((window + "\n" + text.strip()).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest.digest())
                    .substring(0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
