package fairway.forms;

import java.util.Map;

/** The texts that all forms share: boxes, errors, states, and words that stand for an answer. */
final class TypeTexts {
    private TypeTexts() {}

    static Map<String, String> read(YamlFiles files, String language) {
        return EditionReader.flat(files, "types." + language + ".yaml");
    }
}
