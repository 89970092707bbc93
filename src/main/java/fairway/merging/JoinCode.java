package fairway.merging;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the one account shows and the other enters: sixty bits, computed, in force for an hour, used once. */
record JoinCode(String value) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 12;
    private static final Pattern SHAPE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{12}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Pd}]+");

    /** From a keyed hash, whose bytes are all equally likely. */
    static JoinCode of(byte[] keyed) {
        var code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(keyed[i] & 31));
        }
        return new JoinCode(code.toString());
    }

    /** As somebody typed it, forgiving about case, groups, and letters that look like digits. */
    static Optional<JoinCode> read(String typed) {
        var tidy = BETWEEN.matcher(typed)
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return SHAPE.matcher(tidy).matches() ? Optional.of(new JoinCode(tidy)) : Optional.empty();
    }

    /** In groups of four. */
    String grouped() {
        return value.substring(0, 4) + "-" + value.substring(4, 8) + "-" + value.substring(8);
    }

    @Override
    public String toString() {
        return "JoinCode[…]";
    }
}
