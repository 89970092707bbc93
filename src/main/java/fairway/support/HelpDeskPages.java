package fairway.support;

import fairway.identity.Account;
import fairway.limits.Rate;
import fairway.ui.NotFound;
import fairway.ui.Page;
import fairway.ui.Problem;
import fairway.ui.StepUp;
import fairway.ui.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The desk of those who help: requests by their promised time, and all that two agents do about one. */
@Controller
class HelpDeskPages {
    private static final String PATH = "/desk/help";
    private static final String ONE = PATH + "/{id}";
    private static final int SHORTEST = 10;
    private static final Pattern NUMBER = Pattern.compile("[0-9\\s\\p{Z}\\p{Pd}]+");

    private final HelpViews views;
    private final HelpDesk desk;
    private final HelpTable table;
    private final HelpPages.Pace pace;

    HelpDeskPages(HelpViews views, HelpDesk desk, HelpTable table, HelpPages.Pace pace) {
        this.views = views;
        this.desk = desk;
        this.table = table;
        this.pace = pace;
    }

    @GetMapping(PATH)
    ModelAndView list(Page page) {
        agent(page);
        return page.view("support/desk", "running", views.running(), "decided", views.decided());
    }

    @GetMapping(ONE)
    ModelAndView show(
            Page page,
            HttpServletRequest visit,
            HttpServletResponse response,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String done) {
        var agent = agent(page);
        var request = one(id);
        var once = new Once(visit, response);
        return once.moved(page, PATH + "/" + id, done).orElseGet(() -> {
            desk.looked(agent, request);
            return shown(page, agent, request, null, said(page, once.word()), List.of());
        });
    }

    /** Shows, and chooses nothing; agents look through accounts only so often. */
    @PostMapping(ONE + "/find")
    ModelAndView find(Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String who) {
        var agent = agent(page);
        var request = one(id);
        pace.take(Rate.SUPPORT_LOOKS, agent.toString());
        desk.looked(agent, request);
        var typo = NUMBER.matcher(who).matches()
                && fairway.identity.AccountNumber.read(who).isEmpty();
        var found = typo ? null : views.find(who).orElse(null);
        var problems = found == null
                ? List.of(new Problem("who", page.text(typo ? "support.help.who.typo" : "support.who.none")))
                : List.<Problem>of();
        return shown(page, agent, request, found, "", problems);
    }

    @PostMapping(ONE + "/account")
    ModelAndView account(Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String account) {
        var agent = agent(page);
        var request = one(id);
        pace.take(Rate.SUPPORT_LOOKS, agent.toString());
        var wanted = uuid(account);
        return back(page, id, wanted == null ? Done.OVER : desk.found(agent, request, wanted));
    }

    @PostMapping(ONE + "/proof")
    ModelAndView proof(Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String kind) {
        var agent = agent(page);
        var request = one(id);
        return back(
                page,
                id,
                ProofKind.read(kind).map(one -> desk.ask(agent, request, one)).orElse(Done.OVER));
    }

    @PostMapping(ONE + "/message")
    ModelAndView say(Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String text) {
        return written(page, id, "text", text, (agent, request) -> desk.say(agent, request, HelpForm.tidy(text)));
    }

    @PostMapping(ONE + "/propose")
    ModelAndView propose(Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        return written(
                page, id, "reason", reason, (agent, request) -> desk.propose(agent, request, HelpForm.tidy(reason)));
    }

    @StepUp
    @PostMapping(ONE + "/approve")
    ModelAndView approve(Page page, @PathVariable UUID id) {
        var agent = agent(page);
        return back(page, id, desk.approve(agent, one(id)));
    }

    @PostMapping(ONE + "/decline")
    ModelAndView decline(Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String why) {
        return written(page, id, "why", why, (agent, request) -> desk.decline(agent, request, HelpForm.tidy(why)));
    }

    @PostMapping(ONE + "/close")
    ModelAndView close(Page page, @PathVariable UUID id) {
        var agent = agent(page);
        return back(page, id, desk.close(agent, one(id)));
    }

    private ModelAndView written(
            Page page, UUID id, String box, String typed, BiFunction<UUID, HelpRequest, Done> act) {
        var agent = agent(page);
        var request = one(id);
        var words = HelpForm.tidy(typed);
        if (words.length() < SHORTEST || words.length() > HelpForm.LONGEST_TEXT) {
            var problem = new Problem(box, page.text("support.help.problem." + box));
            return shown(page, agent, request, null, "", List.of(problem));
        }
        return back(page, id, act.apply(agent, request));
    }

    private ModelAndView shown(
            Page page, UUID agent, HelpRequest request, @Nullable Account typed, String said, List<Problem> problems) {
        return page.view(
                "support/desk-one", "shown", views.of(request, agent, typed), "said", said, "problems", problems);
    }

    private static ModelAndView back(Page page, UUID id, Done done) {
        return page.redirect(PATH + "/" + id + "?done=" + done.key());
    }

    private static String said(Page page, String done) {
        return Arrays.stream(Done.values())
                .filter(one -> one.key().equals(done))
                .map(one -> page.text("support.help.done." + one.key()))
                .findFirst()
                .orElse("");
    }

    private HelpRequest one(UUID id) {
        return table.find(id).orElseThrow(NotFound::new);
    }

    static @Nullable UUID uuid(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Everybody else finds nothing here. */
    private static UUID agent(Page page) {
        return page.visitor()
                .filter(Visitor::staff)
                .filter(visitor -> visitor.roles().contains("SUPPORT"))
                .map(Visitor::account)
                .orElseThrow(NotFound::new);
    }
}
