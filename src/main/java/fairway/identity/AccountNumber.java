package fairway.identity;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/** Twelve digits that name an account and open nothing; the last one checks the others. */
public record AccountNumber(String value) {
    private static final Pattern SHAPE = Pattern.compile("[0-9]{12}");

    public AccountNumber {
        if (!sound(value)) {
            throw new IllegalArgumentException("Not an account number");
        }
    }

    public static Optional<AccountNumber> read(String typed) {
        var tidy = typed.replaceAll("[\\s\\p{Z}\\p{Cf}\\p{Pd}]", "");
        return sound(tidy) ? Optional.of(new AccountNumber(tidy)) : Optional.empty();
    }

    static AccountNumber issue(SecureRandom random) {
        var body = Long.toString(random.nextLong(10_000_000_000L, 100_000_000_000L));
        return new AccountNumber(body + checkDigit(body));
    }

    /** In groups of four, for reading aloud. */
    public String grouped() {
        return value.substring(0, 4) + " " + value.substring(4, 8) + " " + value.substring(8);
    }

    public String lastFour() {
        return value.substring(8);
    }

    private static boolean sound(String digits) {
        return SHAPE.matcher(digits).matches() && checkDigit(digits.substring(0, 11)) == digits.charAt(11) - '0';
    }

    /** Luhn's: finds every single wrong digit and nearly every swapped pair. */
    private static int checkDigit(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(body.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return (10 - sum % 10) % 10;
    }
}
