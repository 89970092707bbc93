package fairway.merging;

import fairway.audit.Actor;
import fairway.merging.Merge.State;
import fairway.ui.NotFound;
import fairway.ui.Page;
import fairway.ui.Problem;
import fairway.ui.StepUp;
import fairway.ui.Visitor;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The desk that decides about joinings: both accounts side by side, each look on record and known to its owner. */
@Controller
class MergeDeskPages {
    private static final String PATH = "/desk/merges";
    private static final String ONE = PATH + "/{id}";
    private static final int SHORTEST = 10;
    private static final int LONGEST = 2000;

    private final MergeTable table;
    private final Comparing comparing;
    private final Deciding deciding;
    private final Asking.Around around;

    MergeDeskPages(MergeTable table, Comparing comparing, Deciding deciding, Asking.Around around) {
        this.table = table;
        this.comparing = comparing;
        this.deciding = deciding;
        this.around = around;
    }

    @GetMapping(PATH)
    ModelAndView list(Page page) {
        agent(page);
        return page.view("merging/desk", "waiting", comparing.in(State.PROVEN), "joined", comparing.in(State.JOINED));
    }

    @GetMapping(ONE)
    ModelAndView show(Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String done) {
        var agent = agent(page);
        var merge = one(id);
        around.transactions().executeWithoutResult(state -> around.record(Actor.staff(agent), "looked", merge));
        var said = Arrays.stream(Done.values())
                .filter(one -> one.key().equals(done))
                .map(one -> page.text("merging.desk.done." + one.key()))
                .findFirst()
                .orElse("");
        return shown(page, agent, merge, said, List.of());
    }

    @StepUp
    @PostMapping(ONE + "/approve")
    ModelAndView approve(Page page, @PathVariable UUID id) {
        var agent = agent(page);
        one(id);
        try {
            return back(page, id, deciding.approve(agent, id));
        } catch (PessimisticLockingFailureException inUse) {
            return back(page, id, Done.BUSY);
        }
    }

    @PostMapping(ONE + "/refuse")
    ModelAndView refuse(Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String why) {
        var agent = agent(page);
        return written(page, id, "why", why, words -> deciding.refuse(agent, id, words));
    }

    @StepUp
    @PostMapping(ONE + "/undo")
    ModelAndView undo(Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        var agent = agent(page);
        return written(page, id, "reason", reason, words -> deciding.undo(agent, id, words));
    }

    private ModelAndView written(Page page, UUID id, String box, String typed, Function<String, Done> act) {
        var merge = one(id);
        var words = typed.strip();
        if (words.length() < SHORTEST || words.length() > LONGEST) {
            var problem = new Problem(box, page.text("merging.desk.problem." + box));
            return shown(page, agent(page), merge, "", List.of(problem));
        }
        return back(page, id, act.apply(words));
    }

    private ModelAndView shown(Page page, UUID agent, Merge merge, String said, List<Problem> problems) {
        return page.view("merging/desk-one", "shown", comparing.of(merge, agent), "said", said, "problems", problems);
    }

    private static ModelAndView back(Page page, UUID id, Done done) {
        return page.redirect(PATH + "/" + id + "?done=" + done.key());
    }

    /** What never was proven is nobody's business here. */
    private Merge one(UUID id) {
        return table.find(id).filter(merge -> merge.course().provenAt() != null).orElseThrow(NotFound::new);
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
