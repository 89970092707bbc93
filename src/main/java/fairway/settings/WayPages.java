package fairway.settings;

import fairway.signin.CodeWays;
import fairway.signin.CodeWays.Beginning;
import fairway.signin.Way;
import fairway.ui.ChangesAccess;
import fairway.ui.NotFound;
import fairway.ui.Page;
import fairway.ui.Problem;
import fairway.ui.StepUp;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The ways to one-time codes: which there are, which comes first, new ones and their proof. */
@Controller
class WayPages {
    private static final String HERE = "/account/security/codes";

    private final Owner owner;

    WayPages(Owner owner) {
        this.owner = owner;
    }

    record Typed(String way, String phone, String name) {
        static final Typed NOTHING = new Typed("", "", "");
    }

    record Proving(CodeWays.Bound way, CodeWays.@Nullable AppKey key, String action, List<Problem> problems) {}

    @GetMapping(HERE)
    @StepUp
    ModelAndView show(Page page) {
        return list(page, Typed.NOTHING, List.of());
    }

    @PostMapping(HERE)
    @StepUp
    @ChangesAccess
    ModelAndView add(
            Page page,
            @RequestParam(defaultValue = "") String way,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String name) {
        var chosen = Arrays.stream(Way.values())
                .filter(known -> known.key().equals(way))
                .findFirst()
                .orElse(null);
        return switch (ways().begin(page, new CodeWays.Wanted(chosen, phone, name))) {
            case Beginning.Begun(var id) -> page.redirect(HERE + "/" + id);
            case Beginning.Refused(var problems) -> list(page, new Typed(way, phone, name), problems);
        };
    }

    @GetMapping(HERE + "/{way}")
    @StepUp
    @ChangesAccess
    ModelAndView prove(Page page, @PathVariable("way") UUID id) {
        return proof(page, id, List.of());
    }

    @PostMapping(HERE + "/{way}/send")
    @StepUp
    @ChangesAccess
    ModelAndView send(Page page, @PathVariable("way") UUID id) {
        var problems = ways().send(page, id);
        return problems.isEmpty() ? page.redirect(HERE + "/" + id) : proof(page, id, problems);
    }

    @PostMapping(HERE + "/{way}")
    @StepUp
    @ChangesAccess
    ModelAndView proven(Page page, @PathVariable("way") UUID id, @RequestParam(defaultValue = "") String code) {
        var problems = ways().prove(page, id, code);
        return problems.isEmpty() ? page.redirect(Done.at("way")) : proof(page, id, problems);
    }

    @PostMapping(HERE + "/{way}/remove")
    @StepUp
    @ChangesAccess
    ModelAndView remove(Page page, @PathVariable("way") UUID id) {
        if (ways().remove(page, id)) {
            return page.redirect(Done.at("way-removed"));
        }
        return list(page, Typed.NOTHING, List.of(new Problem("", page.text("settings.ways.last"))));
    }

    @PostMapping(HERE + "/{way}/name")
    @StepUp
    @ChangesAccess
    ModelAndView rename(Page page, @PathVariable("way") UUID id, @RequestParam(defaultValue = "") String name) {
        ways().rename(page, id, name);
        return page.redirect(Done.at("way-named"));
    }

    @PostMapping(HERE + "/{way}/first")
    @StepUp
    @ChangesAccess
    ModelAndView prefer(Page page, @PathVariable("way") UUID id) {
        ways().prefer(page, id);
        return page.redirect(Done.at("way-first"));
    }

    private CodeWays ways() {
        return owner.signin().ways();
    }

    private ModelAndView list(Page page, Typed typed, List<Problem> problems) {
        var bound = ways().all(owner.id(page));
        return page.view("settings/ways", "ways", bound, "typed", typed, "problems", problems);
    }

    private ModelAndView proof(Page page, UUID id, List<Problem> problems) {
        var way = ways().unproven(owner.id(page), id).orElseThrow(NotFound::new);
        var key = way.way() == Way.APP ? ways().key(page, id) : null;
        return page.view("settings/prove", "proving", new Proving(way, key, HERE + "/" + id, problems));
    }
}
