package fairway.ui;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.TimeZone;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Dates, times, money and numbers as a person reads them; formats are built once, since that is slow. */
@Component
class Shown {
    private static final Pattern RECEIPT = Pattern.compile("([A-Z]{3})(\\d{4})(\\d{3})(\\d{3})");
    private static final Pattern FOURS = Pattern.compile("(.{4})(?=.)");

    private final ZoneId legal;
    private final Map<String, DateFormat> formats = new ConcurrentHashMap<>();

    Shown(ZoneId legal) {
        this.legal = legal;
    }

    ZoneId legalZone() {
        return legal;
    }

    /** The legal day of this instant. */
    LocalDate dayOf(Instant instant) {
        return instant.atZone(legal).toLocalDate();
    }

    String date(Locale language, LocalDate date) {
        return format(language, "yMMMMd", TimeZone.GMT_ZONE).format(startOf(date));
    }

    String day(Locale language, LocalDate date) {
        return format(language, "yMMMMEEEEd", TimeZone.GMT_ZONE).format(startOf(date));
    }

    String instant(Locale language, Instant instant) {
        return instant(language, instant, legal);
    }

    String instant(Locale language, Instant instant, ZoneId zone) {
        return dateAndTime(language, "yMMMMd", instant, zone);
    }

    String deadline(Locale language, Instant instant) {
        return dateAndTime(language, "yMMMMEEEEd", instant, legal);
    }

    String time(Locale language, Instant instant, ZoneId zone) {
        return spoken(format(language, "jm", zone(zone)).format(Date.from(instant)));
    }

    String month(Locale language, int number) {
        return Month.of(number).getDisplayName(TextStyle.FULL_STANDALONE, local(language));
    }

    String money(Locale language, long cents) {
        var format = NumberFormat.getCurrencyInstance(local(language));
        format.setCurrency(Currency.getInstance("USD"));
        return format.format(BigDecimal.valueOf(cents, 2));
    }

    static String grouped(String number) {
        var tidy = number.replaceAll("[\\s-]", "");
        var receipt = RECEIPT.matcher(tidy);
        if (receipt.matches()) {
            return receipt.replaceFirst("$1 $2 $3 $4").replace(' ', '\u00a0');
        }
        return FOURS.matcher(tidy).replaceAll("$1\u00a0");
    }

    private String dateAndTime(Locale language, String day, Instant instant, ZoneId zone) {
        var moment = Date.from(instant);
        return format(language, day, zone(zone)).format(moment) + ", "
                + spoken(format(language, "jmvvvv", zone(zone)).format(moment));
    }

    private static TimeZone zone(ZoneId zone) {
        return TimeZone.getTimeZone(zone.getId());
    }

    /** The copies matter: ICU formats are not safe to share between threads. */
    private DateFormat format(Locale language, String skeleton, TimeZone in) {
        var shared = formats.computeIfAbsent(language.getLanguage() + skeleton + in.getID(), any -> {
            var made = DateFormat.getInstanceForSkeleton(skeleton, local(language));
            made.setTimeZone(in);
            return made;
        });
        return shared.clone();
    }

    private static Date startOf(LocalDate date) {
        return Date.from(date.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** 11:59 p.m. in the way plain English writes it; thin spaces break badly on old phones. */
    private static String spoken(String time) {
        return time.replace('\u202f', ' ').replace(" AM", " a.m.").replace(" PM", " p.m.");
    }

    private static Locale local(Locale language) {
        return language.equals(Locale.ENGLISH) ? Locale.US : Locale.of(language.getLanguage(), "US");
    }
}
