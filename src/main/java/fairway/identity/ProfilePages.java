package fairway.identity;

import fairway.ui.NotFound;
import fairway.ui.Option;
import fairway.ui.Page;
import fairway.ui.Problem;
import fairway.ui.StepUp;
import fairway.ui.Texts;
import fairway.ui.Visitor;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a person told us about themself, and the pages on which they change it. */
@Controller
class ProfilePages {
    private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);
    private static final int MOST_NAMES = 20;
    private static final List<String> ZONES = List.of(
            "America/New_York",
            "America/Chicago",
            "America/Denver",
            "America/Phoenix",
            "America/Los_Angeles",
            "America/Anchorage",
            "Pacific/Honolulu",
            "America/Puerto_Rico",
            "Pacific/Guam",
            "Pacific/Pago_Pago");

    private final Accounts accounts;
    private final Profiles profiles;

    ProfilePages(Accounts accounts, Profiles profiles) {
        this.accounts = accounts;
        this.profiles = profiles;
    }

    @GetMapping("/account/profile")
    ModelAndView show(Page page, @RequestParam(required = false) @Nullable String saved) {
        var account = account(page);
        return page.view(
                "identity/profile",
                "account",
                account,
                "profile",
                profiles.of(account.id()),
                "today",
                profiles.today(),
                "zone",
                zoneName(account.zone(), page.language()),
                "saved",
                saved != null,
                "numbers",
                accounts.joins().formerNumbers(account.id()));
    }

    @StepUp
    @GetMapping("/account/profile/name")
    ModelAndView name(Page page) {
        var profile = profiles.of(visitor(page));
        var boxes = new HashMap<String, String>();
        put(boxes, "name", profile.name());
        put(boxes, "passport", profile.passport());
        var born = profile.born();
        if (born != null) {
            put(boxes, "born", born);
        }
        return form(page, "name", boxes, List.of());
    }

    @StepUp
    @PostMapping("/account/profile/name")
    ModelAndView name(Page page, @RequestParam MultiValueMap<String, String> posted) {
        var typed = new Typed(page, posted);
        var name = typed.name("name").orElse(null);
        if (name == null) {
            typed.problem("name.family", "family");
        }
        var passport = typed.name("passport").orElse(null);
        var born = typed.day("born", LONG_AGO, profiles.today()).orElse(null);
        if (!typed.sound() || name == null) {
            return form(page, "name", typed.boxes(), typed.problems());
        }
        var account = visitor(page);
        profiles.change(account, "name", profile -> profile.named(name, passport, born));
        accounts.rename(account, name.whole());
        return saved(page);
    }

    @GetMapping("/account/profile/former-names")
    ModelAndView former(Page page) {
        return former(page, Map.of(), List.of());
    }

    @StepUp
    @PostMapping("/account/profile/former-names")
    ModelAndView former(Page page, @RequestParam MultiValueMap<String, String> posted) {
        var typed = new Typed(page, posted);
        var account = visitor(page);
        var name = typed.name("name").orElse(null);
        var known = profiles.of(account).former();
        if (name == null) {
            typed.problem("name.family", "family");
        } else if (known.size() >= MOST_NAMES) {
            typed.problem("name.family", "names", MOST_NAMES);
        }
        if (!typed.sound() || name == null) {
            return former(page, typed.boxes(), typed.problems());
        }
        profiles.change(account, "former-names", profile -> {
            var names = new ArrayList<>(profile.former());
            names.remove(name);
            names.add(name);
            return profile.formerly(names);
        });
        return page.redirect("/account/profile/former-names");
    }

    @StepUp
    @PostMapping("/account/profile/former-names/remove")
    ModelAndView forget(Page page, @RequestParam MultiValueMap<String, String> posted) {
        var typed = new Typed(page, posted);
        var name = new PersonName(typed.of("family"), typed.of("given"), typed.of("middle"));
        profiles.change(
                visitor(page),
                "former-names",
                profile -> profile.formerly(profile.former().stream()
                        .filter(one -> !one.equals(name))
                        .toList()));
        return page.redirect("/account/profile/former-names");
    }

    @GetMapping("/account/profile/phones")
    ModelAndView phones(Page page) {
        var boxes = new HashMap<String, String>();
        profiles.of(visitor(page)).phones().forEach((kind, phone) -> boxes.put(box(kind), phone.shown()));
        return form(page, "phones", boxes, List.of());
    }

    @PostMapping("/account/profile/phones")
    ModelAndView phones(Page page, @RequestParam MultiValueMap<String, String> posted) {
        var typed = new Typed(page, posted);
        var phones = new EnumMap<PhoneKind, Phone>(PhoneKind.class);
        for (var kind : PhoneKind.values()) {
            typed.phone(box(kind)).ifPresent(phone -> phones.put(kind, phone));
        }
        if (!typed.sound()) {
            return form(page, "phones", typed.boxes(), typed.problems());
        }
        profiles.change(visitor(page), "phones", profile -> profile.reachedBy(phones));
        return saved(page);
    }

    @GetMapping("/account/profile/language")
    ModelAndView language(Page page) {
        var account = account(page);
        var zones = new ArrayList<>(ZONES);
        if (!zones.contains(account.zone().getId())) {
            zones.addFirst(account.zone().getId());
        }
        return page.view(
                "identity/language",
                "language",
                account.language().getLanguage(),
                "zone",
                account.zone().getId(),
                "zones",
                zones.stream()
                        .map(zone -> Option.of(zone, zoneName(ZoneId.of(zone), page.language())))
                        .toList());
    }

    @PostMapping("/account/profile/language")
    ModelAndView language(Page page, @RequestParam String language, @RequestParam String zone) {
        var account = account(page);
        var known = Texts.LANGUAGES.stream()
                .filter(one -> one.getLanguage().equals(language))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (!ZONES.contains(zone) && !account.zone().getId().equals(zone)) {
            throw new NotFound();
        }
        profiles.speak(account.id(), known, ZoneId.of(zone));
        return saved(page);
    }

    static ModelAndView saved(Page page) {
        return page.redirect("/account/profile?saved");
    }

    static UUID visitor(Page page) {
        return page.visitor()
                .filter(visitor -> !visitor.staff())
                .map(Visitor::account)
                .orElseThrow(NotFound::new);
    }

    private Account account(Page page) {
        return accounts.find(visitor(page)).orElseThrow(NotFound::new);
    }

    private static ModelAndView form(Page page, String which, Map<String, String> boxes, List<Problem> problems) {
        return page.view("identity/" + which, "boxes", boxes, "problems", problems);
    }

    private ModelAndView former(Page page, Map<String, String> boxes, List<Problem> problems) {
        var known = profiles.of(visitor(page)).former();
        return page.view("identity/former", "known", known, "boxes", boxes, "problems", problems);
    }

    private static String box(PhoneKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static void put(Map<String, String> boxes, String prefix, @Nullable PersonName name) {
        if (name != null) {
            boxes.put(prefix + ".family", name.family());
            boxes.put(prefix + ".given", name.given());
            boxes.put(prefix + ".middle", name.middle());
        }
    }

    static void put(Map<String, String> boxes, String prefix, LocalDate day) {
        boxes.put(prefix + ".year", Integer.toString(day.getYear()));
        boxes.put(prefix + ".month", Integer.toString(day.getMonthValue()));
        boxes.put(prefix + ".day", Integer.toString(day.getDayOfMonth()));
    }

    private static String zoneName(ZoneId zone, Locale language) {
        var city = zone.getId().substring(zone.getId().lastIndexOf('/') + 1).replace('_', ' ');
        return city + ": " + zone.getDisplayName(TextStyle.FULL, language);
    }
}
