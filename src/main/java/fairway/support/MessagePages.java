package fairway.support;

import fairway.limits.Rate;
import fairway.support.HelpRequest.Kind;
import fairway.ui.NotFound;
import fairway.ui.Page;
import fairway.ui.Problem;
import fairway.ui.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    ModelAndView show(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String done) {
        var visitor = person(page);
        var once = new Once(request, response);
        return once.moved(page, PATH, done)
                .orElseGet(() -> show(page, visitor, once.word().equals("sent"), new Typed(null, ""), List.of()));
    }

    @PostMapping(PATH)
    ModelAndView send(Page page, @RequestParam(defaultValue = "") String text) {
        var visitor = person(page);
        var words = HelpForm.tidy(text);
        if (words.isEmpty() || words.length() > HelpForm.LONGEST_TEXT) {
            var problem = new Problem("text", page.text("support.help.problem.message"));
            return show(page, visitor, false, new Typed(null, words), List.of(problem));
        }
        pace.take(Rate.HELP_TO_ONE_ADDRESS, "account/" + visitor.account());
        asking.message(visitor.account(), words, page.language());
        return page.redirect(PATH + "?done=sent");
    }

    /** More about the same, in the same place; what has ended takes nothing. */
    @PostMapping(PATH + "/reply")
    ModelAndView reply(
            Page page, @RequestParam(defaultValue = "") String about, @RequestParam Map<String, String> boxes) {
        var visitor = person(page);
        var request = Optional.ofNullable(HelpDeskPages.uuid(about))
                .flatMap(id -> table.messageOf(visitor.account(), id))
                .orElseThrow(NotFound::new);
        var box = "reply-" + request.number();
        var words = HelpForm.tidy(boxes.getOrDefault(box, ""));
        if (words.isEmpty() || words.length() > HelpForm.LONGEST_TEXT) {
            var problem = new Problem(box, page.text("support.help.problem.message"));
            return show(page, visitor, false, new Typed(request.id(), words), List.of(problem));
        }
        pace.take(Rate.HELP_TO_ONE_ADDRESS, "message/" + request.id());
        return page.redirect(PATH + (asking.say(request, words) ? "?done=sent" : ""));
    }

    /** What was typed and not taken: in a talk, or for a new one. */
    record Typed(@Nullable UUID about, String text) {
        String in(@Nullable UUID talk) {
            return Objects.equals(about, talk) ? text : "";
        }
    }

    private ModelAndView show(Page page, Visitor visitor, boolean sent, Typed typed, List<Problem> problems) {
        var now = pace.clock().instant();
        var threads = table.messagesOf(visitor.account()).stream()
                .filter(request -> request.kind() == Kind.MESSAGE)
                .map(request -> new Talk(
                        request,
                        table.written(request.id()).text(),
                        table.said(request.id()),
                        request.course().late(now)))
                .toList();
        return page.view("support/messages", "threads", threads, "sent", sent, "typed", typed, "problems", problems);
    }

    private static Visitor person(Page page) {
        return page.visitor().filter(visitor -> !visitor.staff()).orElseThrow(NotFound::new);
    }
}
