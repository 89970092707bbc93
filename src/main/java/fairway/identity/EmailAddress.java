package fairway.identity;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An e-mail address in the one form in which we store and compare it. */
public record EmailAddress(String value) {
    private static final int LONGEST = 254;
    private static final Pattern LOCAL = Pattern.compile("[^\\s@\\p{Cntrl}\"(),:;<>\\[\\]\\\\]{1,64}");
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    /** What somebody typed, in our form; empty if it cannot be an address. */
    public static Optional<EmailAddress> read(String typed) {
        var tidy = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        int at = tidy.lastIndexOf('@');
        if (at < 1 || tidy.length() > LONGEST) {
            return Optional.empty();
        }
        var local = tidy.substring(0, at);
        return domain(tidy.substring(at + 1))
                .filter(domain -> LOCAL.matcher(local).matches())
                .filter(domain -> !local.startsWith(".") && !local.endsWith(".") && !local.contains(".."))
                .map(domain -> new EmailAddress(local + "@" + domain));
    }

    private static Optional<String> domain(String typed) {
        try {
            var ascii = IDN.toASCII(typed, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return DOMAIN.matcher(ascii).matches() ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public String local() {
        return value.substring(0, value.lastIndexOf('@'));
    }

    /** Enough to recognise it by, too little to write to: {@code a•••@example.org}; empty where there is none. */
    public String masked() {
        return value.isEmpty()
                ? ""
                : value.substring(0, value.offsetByCodePoints(0, 1)) + "•••" + value.substring(value.lastIndexOf('@'));
    }
}
