package fairway.drafts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Short fingerprints of what each field said when its page was shown. A page carries them, so that a late save can tell what
 * its person changed without an old copy of the answers being kept anywhere.
 */
record Shown(String salt, SortedMap<String, String> prints) {
    static Shown of(String salt, Words words) {
        var prints = new TreeMap<String, String>();
        words.fields().forEach((path, boxes) -> prints.put(path, print(salt, path, boxes)));
        return new Shown(salt, prints);
    }

    boolean same(String path, Map<String, String> boxes) {
        var print = prints.get(path);
        return boxes.isEmpty() ? print == null : print(salt, path, boxes).equals(print);
    }

    private static String print(String salt, String path, Map<String, String> boxes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((salt + '\n' + path).getBytes(StandardCharsets.UTF_8));
            new TreeMap<>(boxes)
                    .forEach((box, typed) ->
                            digest.update(('\0' + box + '\0' + typed).getBytes(StandardCharsets.UTF_8)));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest.digest())
                    .substring(0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
