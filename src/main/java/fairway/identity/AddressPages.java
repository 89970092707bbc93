package fairway.identity;

import fairway.ui.NotFound;
import fairway.ui.Option;
import fairway.ui.Page;
import fairway.ui.Problem;
import fairway.ui.StepUp;
import java.text.Collator;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a person lives, lived and wants their letters; what every pending case is told is shown by the cases. */
@Controller
class AddressPages {
    static final String RULE = "address.change";
    private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);
    private static final int AHEAD = 60;
    private static final int MOST_HOMES = 40;

    private final Profiles profiles;

    AddressPages(Profiles profiles) {
        this.profiles = profiles;
    }

    /** What the boxes of an address offer to choose from, in the language of the page. */
    record Choices(List<Option> countries, List<Option> states, List<Option> units) {}

    @StepUp
    @GetMapping("/account/profile/address")
    ModelAndView change(Page page) {
        var boxes = new HashMap<String, String>();
        boxes.put("home.country", "US");
        boxes.put("mail.country", "US");
        boxes.put("same", profiles.of(visitor(page)).mailElsewhere(profiles.today()) ? "" : "yes");
        return change(page, boxes, List.of());
    }

    @StepUp
    @PostMapping("/account/profile/address")
    ModelAndView change(Page page, @RequestParam MultiValueMap<String, String> posted) {
        var typed = new Typed(page, posted);
        var today = profiles.today();
        var home = typed.address("home");
        var from = typed.day("from", LONG_AGO, today.plusDays(AHEAD)).orElse(LocalDate.MIN);
        if (from.equals(LocalDate.MIN) && Problem.at(typed.problems(), "from") == null) {
            typed.problem("from", "date");
        }
        var same = typed.of("same");
        if (!List.of("yes", "no").contains(same)) {
            typed.problem("same", "same");
        }
        var mail = same.equals("no") ? typed.address("mail") : null;
        if (!typed.sound()) {
            return change(page, typed.boxes(), typed.problems());
        }
        return profiles.move(visitor(page), home, mail, from)
                .map(change -> page.redirect("/account/profile/address/" + change))
                .orElseGet(() -> {
                    typed.problem("from", "before");
                    return change(page, typed.boxes(), typed.problems());
                });
    }

    @GetMapping("/account/profile/addresses")
    ModelAndView past(Page page) {
        return past(page, Map.of("home.country", "US"), List.of());
    }

    @PostMapping("/account/profile/addresses")
    ModelAndView past(Page page, @RequestParam MultiValueMap<String, String> posted) {
        var typed = new Typed(page, posted);
        var today = profiles.today();
        var home = typed.address("home");
        var from = typed.day("from", LONG_AGO, today).orElse(null);
        var to = typed.day("to", LONG_AGO, today).orElse(null);
        if (from == null && Problem.at(typed.problems(), "from") == null) {
            typed.problem("from", "date");
        }
        if (to == null && Problem.at(typed.problems(), "to") == null) {
            typed.problem("to", "date");
        }
        if (from != null && to != null && !from.isBefore(to)) {
            typed.problem("to", "order");
        }
        if (profiles.of(visitor(page)).homes().size() >= MOST_HOMES) {
            typed.problem("home.street", "homes", MOST_HOMES);
        }
        if (!typed.sound() || from == null) {
            return past(page, typed.boxes(), typed.problems());
        }
        profiles.change(visitor(page), "addresses", profile -> profile.lived(new Stay(home, from, to)));
        return page.redirect("/account/profile/addresses");
    }

    @PostMapping("/account/profile/addresses/remove")
    ModelAndView forget(Page page, @RequestParam String from, @RequestParam int place) {
        try {
            var since = LocalDate.parse(from);
            profiles.change(
                    visitor(page),
                    "addresses",
                    profile -> profile.homes().stream()
                            .skip(Math.max(0, place))
                            .findFirst()
                            .filter(stay -> stay.to() != null && stay.from().equals(since))
                            .map(profile::forgetting)
                            .orElse(profile));
        } catch (DateTimeParseException e) {
            throw new NotFound();
        }
        return page.redirect("/account/profile/addresses");
    }

    private ModelAndView change(Page page, Map<String, String> boxes, List<Problem> problems) {
        var profile = profiles.of(visitor(page));
        return page.view(
                "identity/address",
                "boxes",
                boxes,
                "problems",
                problems,
                "choices",
                choices(page),
                "home",
                profile.homeOn(profiles.today()).orElse(null),
                "rule",
                profiles.calendar().deadline(RULE, profiles.today()),
                "earlier",
                profiles.changes(visitor(page)));
    }

    private ModelAndView past(Page page, Map<String, String> boxes, List<Problem> problems) {
        return page.view(
                "identity/past",
                "homes",
                profiles.of(visitor(page)).homes(),
                "boxes",
                boxes,
                "problems",
                problems,
                "choices",
                choices(page));
    }

    private static Choices choices(Page page) {
        var language = page.language();
        var byName = Collator.getInstance(language);
        var countries = new ArrayList<Option>();
        for (var code : Locale.getISOCountries()) {
            countries.add(Option.of(code, Locale.of("", code).getDisplayCountry(language)));
        }
        countries.sort((one, other) -> byName.compare(one.label(), other.label()));
        var states = new ArrayList<Option>();
        PostalAddress.STATES.forEach(code -> states.add(Option.of(code, page.text("identity.state." + code))));
        states.sort((one, other) -> byName.compare(one.label(), other.label()));
        var units = PostalAddress.UNITS.stream()
                .map(unit -> Option.of(unit, page.text("identity.unit." + unit)))
                .toList();
        return new Choices(countries, states, units);
    }

    private static java.util.UUID visitor(Page page) {
        return ProfilePages.visitor(page);
    }
}
