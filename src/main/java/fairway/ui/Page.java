package fairway.ui;

import gg.jte.Content;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** One page on its way to one person: language, addresses, texts and who is looking. */
public final class Page {
    private final Site site;
    private final Place place;
    private final Guard guard;
    private final @Nullable Visitor signedIn;

    Page(Site site, Place place, Guard guard, @Nullable Visitor signedIn) {
        this.site = site;
        this.place = place;
        this.guard = guard;
        this.signedIn = signedIn;
    }

    /** Where we are: the address without its language, the query with its question mark or nothing, and who asks. */
    record Place(Locale language, String path, String query, String client) {}

    /** What a page needs to be let through: the nonce of its policy and the token of its forms. */
    record Guard(String nonce, String csrfName, String csrf) {}

    public Locale language() {
        return place.language();
    }

    /** The address without its language. */
    public String path() {
        return place.path();
    }

    /** The network address that this was asked from, as far as our own proxies tell. */
    public String client() {
        return place.client();
    }

    public String text(String key, Object... arguments) {
        return site.texts().text(language(), key, arguments);
    }

    public boolean has(String key) {
        return site.texts().has(key);
    }

    /** A text with its little marks turned into HTML: {@code **bold**} and {@code [words](/address)}; arguments are escaped. */
    public Content rich(String key, Object... arguments) {
        return new Rich(text(key, Rich.plain(arguments)), this);
    }

    /** The address in the language of this page. */
    public String url(String address) {
        return url(language(), address);
    }

    public String url(Locale inLanguage, String address) {
        if (inLanguage.equals(Locale.ENGLISH) || !address.startsWith("/")) {
            return address;
        }
        var prefix = "/" + inLanguage.getLanguage();
        return address.equals("/") ? prefix : prefix + address;
    }

    /** This same place in another language. */
    public String here(Locale inLanguage) {
        return url(inLanguage, place.path()) + place.query();
    }

    /** The address of a file of ours: {@code fairway.css}, {@code icons.svg}. */
    public String asset(String name) {
        return site.assets().address(name);
    }

    /** A page from {@code src/main/jte/<template>.jte} with its values as name, value, name, value. */
    public ModelAndView view(String template, @Nullable Object... namesAndValues) {
        var view = new ModelAndView(template);
        view.addObject("page", this);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            view.getModel().put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return view;
    }

    /** See other: the answer to every post that worked. */
    public ModelAndView redirect(String address) {
        var view = new RedirectView(url(address), false, true, false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }

    public String csrfName() {
        return guard.csrfName();
    }

    public String csrf() {
        return guard.csrf();
    }

    public String nonce() {
        return guard.nonce();
    }

    public Optional<Visitor> visitor() {
        return Optional.ofNullable(signedIn);
    }

    public String agency() {
        return site.settings().agency();
    }

    /** Whether this installation is a demonstration, with invented people and test cards. */
    public boolean demo() {
        return site.settings().demo();
    }

    /** Whether messages or payments go nowhere, in a demonstration or because the operator allowed it. */
    public boolean standIns() {
        return site.standIns().used();
    }

    /** December 4, 2026. */
    public String date(LocalDate date) {
        return site.shown().date(language(), date);
    }

    /** Friday, December 4, 2026. */
    public String day(LocalDate date) {
        return site.shown().day(language(), date);
    }

    /** December 4, 2026, 8:59 p.m. Pacific Time: on the clock of whoever is signed in. */
    public String instant(Instant instant) {
        return site.shown().instant(language(), instant, zone());
    }

    /** Friday, December 4, 2026, 11:59 p.m. Eastern Time: for what counts by law, on the agency’s clock. */
    public String deadline(Instant instant) {
        return site.shown().deadline(language(), instant);
    }

    /** Only the time of day: 3:42 p.m., on the same clock as {@link #instant}. */
    public String time(Instant instant) {
        return site.shown().time(language(), instant, zone());
    }

    private ZoneId zone() {
        return signedIn == null ? site.shown().legalZone() : signedIn.zone();
    }

    /** The month as a word: people mix up 03/04, not March. */
    public String month(int number) {
        return site.shown().month(language(), number);
    }

    /** When the words on the public pages were last reviewed. */
    public String reviewed() {
        return date(site.settings().reviewed());
    }

    public String money(long cents) {
        return site.shown().money(language(), cents);
    }

    /** The legal day of this instant, in the zone of the installation wherever the person is. */
    public LocalDate dayOf(Instant instant) {
        return site.shown().dayOf(instant);
    }

    /** A number as people read and copy it: FWY 0123 456 789, 1234 5678 9012. */
    public String grouped(String number) {
        return Shown.grouped(number);
    }
}
