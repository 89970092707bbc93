package fairway.support;

import fairway.limits.Rate;
import fairway.support.HelpRequest.Kind;
import fairway.ui.NotFound;
import fairway.ui.Page;
import fairway.ui.Problem;
import fairway.ui.Visitor;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A message to support from somebody who is signed in, and the answers. */
@Controller
class MessagePages {
    private static final String PATH = "/account/support";

    private final HelpAsking asking;
    private final HelpTable table;
    private final HelpPages.Pace pace;

    MessagePages(HelpAsking asking, HelpTable table, HelpPages.Pace pace) {
        this.asking = asking;
        this.table = table;
        this.pace = pace;
    }

    /** One message, when it is to be answered, and what was said since. */
    record Talk(HelpRequest request, String text, List<HelpTable.Said> said, boolean late) {}

    @GetMapping(PATH)
    ModelAndView show(Page page, @RequestParam(defaultValue = "") String done) {
        return show(page, person(page), done.equals("sent"), "", List.of());
    }

    @PostMapping(PATH)
    ModelAndView send(Page page, @RequestParam(defaultValue = "") String text) {
        var visitor = person(page);
        var words = HelpForm.tidy(text);
        if (words.isEmpty() || words.length() > HelpForm.LONGEST_TEXT) {
            var problem = new Problem("text", page.text("support.help.problem.message"));
            return show(page, visitor, false, words, List.of(problem));
        }
        pace.take(Rate.HELP_TO_ONE_ADDRESS, "account/" + visitor.account());
        asking.message(visitor.account(), words, page.language());
        return page.redirect(PATH + "?done=sent");
    }

    private ModelAndView show(Page page, Visitor visitor, boolean sent, String text, List<Problem> problems) {
        var now = pace.clock().instant();
        var threads = table.messagesOf(visitor.account()).stream()
                .filter(request -> request.kind() == Kind.MESSAGE)
                .map(request -> new Talk(
                        request,
                        table.written(request.id()).text(),
                        table.said(request.id()),
                        request.course().late(now)))
                .toList();
        return page.view("support/messages", "threads", threads, "sent", sent, "text", text, "problems", problems);
    }

    private static Visitor person(Page page) {
        return page.visitor().filter(visitor -> !visitor.staff()).orElseThrow(NotFound::new);
    }
}
