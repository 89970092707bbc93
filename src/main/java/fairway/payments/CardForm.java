package fairway.payments;

import fairway.ui.Problem;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** A card as it is typed; it lives as long as the request and is written nowhere. */
record CardForm(String number, String expiry, String code) {
    private static final Pattern EXPIRY = Pattern.compile("(\\d{1,2})\\s*[/ -]\\s*(?:20)?(\\d{2})|(\\d{2})(\\d{2})");
    private static final Pattern CODE = Pattern.compile("\\d{3,4}");
    private static final Pattern NUMBER = Pattern.compile("\\d{12,19}");

    static CardForm empty() {
        return new CardForm("", "", "");
    }

    String digits() {
        return number.replaceAll("[\\s-]", "");
    }

    Optional<MagicCard> card() {
        return MagicCard.of(digits());
    }

    List<Problem> problems(UnaryOperator<String> text, YearMonth now) {
        var problems = new ArrayList<Problem>();
        numberFault().ifPresent(key -> problems.add(new Problem("number", text.apply(key))));
        expiryFault(now).ifPresent(key -> problems.add(new Problem("expiry", text.apply(key))));
        if (!CODE.matcher(code.strip()).matches()) {
            problems.add(new Problem("code", text.apply("payments.card.error.code")));
        }
        return problems;
    }

    private Optional<String> numberFault() {
        if (digits().isEmpty()) {
            return Optional.of("payments.card.error.number.empty");
        }
        if (!NUMBER.matcher(digits()).matches() || !adds(digits())) {
            return Optional.of("payments.card.error.number.mistyped");
        }
        return card().isEmpty() ? Optional.of("payments.card.error.number.real") : Optional.empty();
    }

    private Optional<String> expiryFault(YearMonth now) {
        var match = EXPIRY.matcher(expiry.strip());
        if (!match.matches()) {
            return Optional.of("payments.card.error.expiry.shape");
        }
        var month = match.group(1) == null ? match.group(3) : match.group(1);
        var year = match.group(2) == null ? match.group(4) : match.group(2);
        try {
            var last = YearMonth.of(2000 + Integer.parseInt(year), Integer.parseInt(month));
            return last.isBefore(now) ? Optional.of("payments.card.error.expiry.past") : Optional.empty();
        } catch (DateTimeException noSuchMonth) {
            return Optional.of("payments.card.error.expiry.shape");
        }
    }

    /** The check digit of card numbers (ISO/IEC 7812-1, Luhn). */
    static boolean adds(String digits) {
        int sum = 0;
        for (int fromEnd = 0; fromEnd < digits.length(); fromEnd++) {
            int digit = digits.charAt(digits.length() - 1 - fromEnd) - '0';
            int doubled = fromEnd % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
