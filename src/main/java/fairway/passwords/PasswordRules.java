package fairway.passwords;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which rules a new password does not meet yet. Length, kinds of characters, and whether it is easily guessed. */
@Component
class PasswordRules {
    static final int LONGEST = 128;
    private static final int MEASURED = 64;
    private static final int GUESSABLE = 1;

    private final Zxcvbn strength = new Zxcvbn();
    private final Blocklist blocklist = new Blocklist();

    /** {@code words}: what others know about this person or this site. */
    List<Unmet> unmet(String password, Collection<String> words, Demands demands) {
        int length = password.codePointCount(0, password.length());
        if (length > LONGEST) {
            return List.of(Unmet.TOO_LONG);
        }
        var unmet = new ArrayList<Unmet>();
        addUnless(length >= demands.shortest(), unmet, demands.tooShort());
        if (demands.kinds()) {
            addUnless(password.codePoints().anyMatch(Character::isUpperCase), unmet, Unmet.UPPER);
            addUnless(password.codePoints().anyMatch(Character::isLowerCase), unmet, Unmet.LOWER);
            addUnless(password.codePoints().anyMatch(PasswordRules::special), unmet, Unmet.SPECIAL);
        }
        if (unmet.isEmpty()) {
            guessed(password, words, unmet);
        }
        return unmet;
    }

    private void guessed(String password, Collection<String> words, List<Unmet> unmet) {
        if (blocklist.holds(password, List.of())) {
            unmet.add(Unmet.COMMON);
        } else if (blocklist.holds(password, words)) {
            unmet.add(Unmet.ABOUT_YOU);
        } else if (strength.measure(measured(password), List.copyOf(words)).getScore() <= GUESSABLE) {
            unmet.add(Unmet.GUESSABLE);
        }
    }

    private static String measured(String password) {
        return password.codePointCount(0, password.length()) <= MEASURED
                ? password
                : password.substring(0, password.offsetByCodePoints(0, MEASURED));
    }

    private static void addUnless(boolean met, List<Unmet> unmet, Unmet rule) {
        if (!met) {
            unmet.add(rule);
        }
    }

    /** Neither letter nor digit; a space counts, so that a sentence passes. Combining marks belong to their letter. */
    private static boolean special(int point) {
        return !Character.isLetterOrDigit(point)
                && Character.getType(point) != Character.NON_SPACING_MARK
                && Character.getType(point) != Character.COMBINING_SPACING_MARK;
    }
}
