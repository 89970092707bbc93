package fairway.cases;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The number a case is known by: three letters of the office and ten digits that tell nothing about order or date. */
public record ReceiptNumber(String value) {
    private static final Pattern SHAPE = Pattern.compile("[A-Z]{3}[0-9]{10}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Pd}._/]+");

    public ReceiptNumber {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a receipt number");
        }
    }

    /** Reads what people type: spaces, dashes, small letters, and the letter O where a zero belongs. */
    public static Optional<ReceiptNumber> read(String typed) {
        var tidy = BETWEEN.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
        if (tidy.length() != 13) {
            return Optional.empty();
        }
        var number = tidy.substring(0, 3) + tidy.substring(3).replace('O', '0');
        return SHAPE.matcher(number).matches() ? Optional.of(new ReceiptNumber(number)) : Optional.empty();
    }

    /** In groups for reading aloud and copying by eye. */
    public String grouped() {
        return String.join(
                " ", value.substring(0, 3), value.substring(3, 7), value.substring(7, 10), value.substring(10));
    }

    @Override
    public String toString() {
        return value;
    }
}
