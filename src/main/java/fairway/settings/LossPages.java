package fairway.settings;

import fairway.settings.Losses.Factor;
import fairway.settings.Losses.Reported;
import fairway.ui.ChangesAccess;
import fairway.ui.NotFound;
import fairway.ui.Option;
import fairway.ui.Page;
import fairway.ui.Problem;
import fairway.ui.StepUp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Reporting a phone, an app, a passkey, a backup code or a mailbox as lost, and taking back what turned up. */
@Controller
class LossPages {
    private static final String HERE = "/account/security/lost";

    private final Owner owner;
    private final Losses losses;

    LossPages(Owner owner, Losses losses) {
        this.owner = owner;
        this.losses = losses;
    }

    /** What can be reported, and what was; {@code last} says that nothing would be left. */
    record Shown(
            List<Option> options,
            Set<String> chosen,
            List<Suspended> suspended,
            boolean last,
            List<Problem> problems) {}

    /** Something that was reported; {@code instead} is where it is removed or replaced. */
    record Suspended(String name, String value, Instant since, String instead) {}

    @GetMapping(HERE)
    @StepUp
    ModelAndView show(Page page) {
        return show(page, Set.of(), false, List.of());
    }

    @PostMapping(HERE)
    @StepUp
    @ChangesAccess
    ModelAndView report(Page page, @RequestParam(required = false) @Nullable List<String> lost) {
        var values = lost == null ? Set.<String>of() : Set.copyOf(lost);
        if (values.isEmpty()) {
            return show(page, values, false, problem(page, "settings.lost.missing"));
        }
        var visitor = owner.visitor(page);
        return losses.report(visitor.account(), visitor.session(), values) == Reported.DONE
                ? page.redirect(Done.at("lost"))
                : show(page, values, true, problem(page, "settings.lost.last"));
    }

    /** Only after a proof that is younger than the report: what was lost cannot have given it. */
    @PostMapping(HERE + "/found")
    @StepUp
    @ChangesAccess
    ModelAndView found(Page page, @RequestParam(defaultValue = "") String factor) {
        var account = owner.id(page);
        var found = losses.lost(account, factor).orElseThrow(NotFound::new);
        var since = found.lostAt();
        if (since == null || !owner.signin().ways().provenSince(page, since)) {
            return page.redirect("/sign-in/again?to=" + HERE);
        }
        losses.found(account, found);
        return page.redirect(Done.at("found"));
    }

    private ModelAndView show(Page page, Set<String> chosen, boolean last, List<Problem> problems) {
        var all = losses.of(owner.id(page));
        var options = all.stream()
                .filter(factor -> !factor.lost())
                .map(factor -> Option.of(factor.value(), name(page, factor)))
                .toList();
        var suspended =
                all.stream().flatMap(factor -> suspended(page, factor).stream()).toList();
        return page.view("settings/lost", "shown", new Shown(options, chosen, suspended, last, problems));
    }

    private static List<Suspended> suspended(Page page, Factor factor) {
        var since = factor.lostAt();
        return since == null
                ? List.of()
                : List.of(new Suspended(name(page, factor), factor.value(), since, instead(factor)));
    }

    private static String name(Page page, Factor factor) {
        return page.text("settings.lost.kind." + factor.kind(), factor.name());
    }

    private static String instead(Factor factor) {
        return switch (factor.kind()) {
            case TEXT, APP, EMAIL -> "/account/security/codes";
            case PASSKEY -> "/account/security/passkeys/" + factor.id();
            case BACKUP -> "/account/security/backup";
        };
    }

    private static List<Problem> problem(Page page, String key) {
        return List.of(new Problem("lost", page.text(key)));
    }
}
