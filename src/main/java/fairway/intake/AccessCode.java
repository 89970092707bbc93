package fairway.intake;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a posted letter says so that its reader, who also knows the birth date, may join the filing to an account. */
record AccessCode(String value) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 12;
    private static final Pattern SHAPE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{12}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Pd}]+");

    static AccessCode fresh(SecureRandom random) {
        var code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new AccessCode(code.toString());
    }

    /** As somebody typed it off paper, forgiving about case, groups, and letters that look like digits. */
    static Optional<AccessCode> read(String typed) {
        var tidy = BETWEEN.matcher(typed)
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return SHAPE.matcher(tidy).matches() ? Optional.of(new AccessCode(tidy)) : Optional.empty();
    }

    /** In groups of four. */
    String grouped() {
        return value.substring(0, 4) + "-" + value.substring(4, 8) + "-" + value.substring(8);
    }

    /** The secret that is hashed: wrong code and wrong birth date cannot be told apart, not even by us. */
    String with(LocalDate born) {
        return value + "/" + born;
    }

    @Override
    public String toString() {
        return "AccessCode[]";
    }
}
