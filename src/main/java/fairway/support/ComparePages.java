package fairway.support;

import fairway.ui.NotFound;
import fairway.ui.Option;
import fairway.ui.Page;
import fairway.ui.Problem;
import fairway.ui.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where an officer vouches that a person's document fits the files of the account; nothing else can be done here. */
@Controller
class ComparePages {
    private static final String PATH = "/desk/help/compare";

    private final HelpViews views;
    private final HelpDesk desk;

    ComparePages(HelpViews views, HelpDesk desk) {
        this.views = views;
        this.desk = desk;
    }

    /** What an officer held beside the files. */
    enum Paper {
        PASSPORT,
        IDENTITY_CARD,
        WORK_CARD,
        GREEN_CARD;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @GetMapping(PATH)
    ModelAndView list(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String done) {
        officer(page);
        var once = new Once(request, response);
        return once.moved(page, PATH, done).orElseGet(() -> {
            var compared = once.word().equals("compared");
            return page.view("support/compare-list", "waiting", views.toCompare(), "done", compared);
        });
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView show(Page page, @PathVariable UUID id) {
        return show(page, waiting(id), officer(page), List.of());
    }

    @PostMapping(PATH + "/{id}")
    ModelAndView compared(Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String paper) {
        var officer = officer(page);
        var request = waiting(id);
        var held = Arrays.stream(Paper.values())
                .filter(one -> one.name().equals(paper))
                .findFirst();
        if (held.isEmpty()) {
            var problem = new Problem("paper", page.text("support.compare.missing"));
            return show(page, request, officer, List.of(problem));
        }
        return desk.compared(officer, request, held.get()) == Done.COMPARED
                ? page.redirect(PATH + "?done=compared")
                : show(page, request, officer, List.of(new Problem("paper", page.text("support.compare.own"))));
    }

    private ModelAndView show(Page page, HelpRequest request, UUID officer, List<Problem> problems) {
        var papers = Arrays.stream(Paper.values())
                .map(paper -> Option.of(paper.name(), page.text("support.compare.paper." + paper.key())))
                .toList();
        return page.view(
                "support/compare", "shown", views.of(request, officer, null), "papers", papers, "problems", problems);
    }

    /** Only what waits for a document. */
    private HelpRequest waiting(UUID id) {
        return views.toCompare().stream()
                .map(HelpViews.Row::request)
                .filter(request -> request.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static UUID officer(Page page) {
        return page.visitor()
                .filter(Visitor::staff)
                .filter(visitor -> visitor.roles().contains("OFFICER"))
                .map(Visitor::account)
                .orElseThrow(NotFound::new);
    }
}
