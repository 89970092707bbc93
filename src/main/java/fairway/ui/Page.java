package fairway.ui;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.Currency;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** One page on its way to one person: language, addresses, texts and who is looking. */
public record Page(
        Texts texts,
        Locale language,
        String path,
        Installation installation,
        String nonce,
        String csrfName,
        String csrf,
        @Nullable Visitor signedIn,
        ZoneId zone) {

    /** Who runs this installation, and whether it is a demonstration. */
    public record Installation(String agency, boolean demo) {}

    public Optional<Visitor> visitor() {
        return Optional.ofNullable(signedIn);
    }

    public String text(String key, Object... arguments) {
        return texts.text(language, key, arguments);
    }

    /** The address in the language of this page. */
    public String url(String address) {
        return url(language, address);
    }

    public String url(Locale inLanguage, String address) {
        return inLanguage.equals(Locale.ENGLISH) ? address : "/" + inLanguage.getLanguage() + address;
    }

    /** A page from {@code src/main/jte/<template>.jte} with its values as name, value, name, value. */
    public ModelAndView view(String template, Object... namesAndValues) {
        var view = new ModelAndView(template);
        view.addObject("page", this);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            view.addObject((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return view;
    }

    /** See other: the answer to every post that worked. */
    public ModelAndView redirect(String address) {
        var view = new RedirectView(url(address), false, true, false);
        view.setStatusCode(org.springframework.http.HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }

    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(shown())
                .format(date);
    }

    public String instant(Instant instant) {
        var format = DateFormat.getDateTimeInstance(DateFormat.LONG, DateFormat.LONG, shown());
        format.setTimeZone(com.ibm.icu.util.TimeZone.getTimeZone(zone.getId()));
        return format.format(Date.from(instant));
    }

    public String money(long cents) {
        var format = NumberFormat.getCurrencyInstance(Locale.US);
        format.setCurrency(Currency.getInstance("USD"));
        return format.format(java.math.BigDecimal.valueOf(cents, 2));
    }

    /** Today in the zone dates are shown in. */
    public LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    private Locale shown() {
        return language.equals(Locale.ENGLISH) ? Locale.US : Locale.of(language.getLanguage(), "US");
    }
}
