package fairway.signin;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Questions for resetting a password, none about anything that stands on an immigration form, and what an answer must be. */
final class Questions {
    static final int HOW_MANY = 5;
    static final int NORMALISATION = 1;
    static final List<String> CATALOGUE = List.of(
            "teacher",
            "stuffed",
            "song",
            "meal",
            "book",
            "film",
            "dream_job",
            "nickname",
            "shop",
            "sport",
            "smell",
            "game",
            "tree",
            "first_concert",
            "museum",
            "gift",
            "fear",
            "hero",
            "radio");

    private static final int SHORTEST = 3;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern PUNCTUATION = Pattern.compile("[\\p{P}\\p{S}]+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Set<String> USUAL = Set.of(
            "none",
            "nothing",
            "ninguno",
            "ninguna",
            "nada",
            "unknown",
            "answer",
            "respuesta",
            "test",
            "prueba",
            "abc",
            "123",
            "1234",
            "12345",
            "123456",
            "password",
            "contrasena",
            "football",
            "futbol",
            "soccer",
            "pizza",
            "dog",
            "perro",
            "cat",
            "gato",
            "yes",
            "asdf",
            "qwerty",
            "blue",
            "azul",
            "god",
            "dios",
            "love",
            "amor");

    private Questions() {}

    enum Fault {
        QUESTION_MISSING,
        QUESTION_TWICE,
        ANSWER_MISSING,
        ANSWER_SHORT,
        ANSWER_TWICE,
        ANSWER_IN_QUESTION,
        ANSWER_ABOUT_YOU,
        ANSWER_USUAL
    }

    record Pair(String question, String answer) {}

    /** {@code position} counts from 0. */
    record Finding(int position, Fault fault) {}

    /** The form in which answers are compared: case, accents, punctuation and extra spaces do not count. */
    static String normal(String typed) {
        var folded = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        var bare =
                MARKS.matcher(Normalizer.normalize(folded, Normalizer.Form.NFD)).replaceAll("");
        var words = PUNCTUATION.matcher(bare).replaceAll("");
        return Normalizer.normalize(SPACES.matcher(words).replaceAll(" ").strip(), Normalizer.Form.NFC);
    }

    /** {@code texts}: the question of each pair as it was read; {@code about}: the person's address in parts and their name. */
    static List<Finding> findings(List<Pair> pairs, List<String> texts, List<String> about) {
        var findings = new ArrayList<Finding>();
        var asked = new HashSet<String>();
        var given = new HashSet<String>();
        var known = about.stream().map(Questions::normal).toList();
        for (int i = 0; i < pairs.size(); i++) {
            var pair = pairs.get(i);
            if (!CATALOGUE.contains(pair.question())) {
                findings.add(new Finding(i, Fault.QUESTION_MISSING));
            } else if (!asked.add(pair.question())) {
                findings.add(new Finding(i, Fault.QUESTION_TWICE));
            }
            var answer = normal(pair.answer());
            if (answer.isEmpty()) {
                findings.add(new Finding(i, Fault.ANSWER_MISSING));
            } else if (answer.codePointCount(0, answer.length()) < SHORTEST) {
                findings.add(new Finding(i, Fault.ANSWER_SHORT));
            } else if (!given.add(answer)) {
                findings.add(new Finding(i, Fault.ANSWER_TWICE));
            } else if (Arrays.asList(normal(texts.get(i)).split(" ")).contains(answer)) {
                findings.add(new Finding(i, Fault.ANSWER_IN_QUESTION));
            } else if (known.contains(answer)) {
                findings.add(new Finding(i, Fault.ANSWER_ABOUT_YOU));
            } else if (USUAL.contains(answer)) {
                findings.add(new Finding(i, Fault.ANSWER_USUAL));
            }
        }
        return findings;
    }
}
