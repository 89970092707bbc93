package fairway.forms;

import java.util.regex.Pattern;

/** Spelling of answer paths: {@code list[2].field}. */
final class Paths {
    private static final Pattern INSTANCE = Pattern.compile("\\[\\d+]");

    private Paths() {}

    static String key(String path) {
        return path.indexOf('[') < 0 ? path : INSTANCE.matcher(path).replaceAll("");
    }

    static boolean isInstance(String path) {
        return path.indexOf('[') >= 0;
    }

    static String list(String path) {
        return path.substring(0, path.indexOf('['));
    }

    static int instance(String path) {
        return Integer.parseInt(path.substring(path.indexOf('[') + 1, path.indexOf(']')));
    }
}
