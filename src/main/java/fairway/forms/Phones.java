package fairway.forms;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads telephone numbers and keeps them in the international form. */
final class Phones {
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");
    private static final Pattern NORTH_AMERICAN = Pattern.compile("[2-9][0-9]{2}[2-9][0-9]{6}");

    private Phones() {}

    static Reading us(String typed) {
        return parse(typed)
                .filter(number -> number.getCountryCode() == 1
                        && NORTH_AMERICAN
                                .matcher(Long.toString(number.getNationalNumber()))
                                .matches())
                .<Reading>map(number -> Reading.text(e164(number)))
                .orElseGet(() -> Reading.wrong("phone_us"));
    }

    static Reading any(String typed) {
        return parse(typed)
                .filter(PhoneNumberUtil.getInstance()::isPossibleNumber)
                .<Reading>map(number -> Reading.text(e164(number)))
                .orElseGet(() -> Reading.wrong("phone_any"));
    }

    private static Optional<PhoneNumber> parse(String typed) {
        if (LETTERS.matcher(typed).find()) {
            return Optional.empty();
        }
        try {
            var dialled = typed.strip().replaceFirst("^(00|011)(?=[1-9])", "+");
            var number = PhoneNumberUtil.getInstance().parse(dialled, "US");
            return number.hasExtension() ? Optional.empty() : Optional.of(number);
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static String e164(PhoneNumber number) {
        return PhoneNumberUtil.getInstance().format(number, PhoneNumberFormat.E164);
    }

    static String shown(String e164) {
        try {
            var number = PhoneNumberUtil.getInstance().parse(e164, "US");
            var format = number.getCountryCode() == 1 ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL;
            return PhoneNumberUtil.getInstance().format(number, format);
        } catch (NumberParseException e) {
            return e164;
        }
    }
}
