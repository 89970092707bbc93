package fairway.identity;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A telephone number of the United States or its territories in the form {@code +12025550123}. */
public record Phone(String e164) {
    private static final Set<String> REGIONS = Set.of("US", "PR", "GU", "VI", "AS", "MP");
    /** Numbers kept free for invented people; the number library does not count them as real. */
    private static final Pattern INVENTED = Pattern.compile("\\+1[2-9][0-9]{2}55501[0-9]{2}");

    /** What somebody typed; empty if it is no number of the United States or its territories, or one that earns from callers. */
    public static Optional<Phone> read(String typed) {
        var numbers = PhoneNumberUtil.getInstance();
        try {
            var parsed = numbers.parse(typed, "US");
            var e164 = numbers.format(parsed, PhoneNumberFormat.E164);
            var known = REGIONS.contains(String.valueOf(numbers.getRegionCodeForNumber(parsed)))
                    && numbers.isValidNumber(parsed)
                    && numbers.getNumberType(parsed) != PhoneNumberType.PREMIUM_RATE;
            return known || INVENTED.matcher(e164).matches() ? Optional.of(new Phone(e164)) : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** As people write it: {@code (202) 555-0123}. */
    public String shown() {
        return "(" + e164.substring(2, 5) + ") " + e164.substring(5, 8) + "-" + e164.substring(8);
    }

    public String masked() {
        return "(•••) •••-" + e164.substring(8);
    }
}
