package fairway.payments;

import fairway.calendar.LegalCalendar;
import fairway.ui.NotFound;
import fairway.ui.Page;
import fairway.ui.Problem;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The built-in card page, in the place of another company's. */
@Controller
class CardPages {
    private final CardSessions sessions;
    private final BuiltInCards cards;
    private final LegalCalendar calendar;
    private final InstantSource clock;

    CardPages(CardSessions sessions, BuiltInCards cards, LegalCalendar calendar, InstantSource clock) {
        this.sessions = sessions;
        this.cards = cards;
        this.calendar = calendar;
        this.clock = clock;
    }

    @GetMapping("/cards/{id}")
    ModelAndView show(Page page, @PathVariable String id) {
        var session = sessions.find(id).orElseThrow(NotFound::new);
        return session.open(clock.instant())
                ? page.view("payments/card", "session", session, "form", CardForm.empty(), "problems", List.of())
                : page.view("payments/card-over", "session", session);
    }

    @PostMapping("/cards/{id}")
    ModelAndView pay(
            Page page,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String expiry,
            @RequestParam(defaultValue = "") String code) {
        var session = sessions.find(id).orElseThrow(NotFound::new);
        var form = new CardForm(number, expiry, code);
        List<Problem> problems = form.problems(key -> page.text(key), YearMonth.from(calendar.today()));
        var card = form.card();
        if (!problems.isEmpty() || card.isEmpty()) {
            var view = page.view("payments/card", "session", session, "form", form, "problems", problems);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        boolean played = cards.pay(session, card.get());
        return played && card.get() == MagicCard.ANSWER_LOST
                ? page.view("payments/card-lost")
                : SeeOther.to(session.returnPath());
    }

    @PostMapping("/cards/{id}/cancel")
    ModelAndView cancel(@PathVariable String id) {
        var session = sessions.find(id).orElseThrow(NotFound::new);
        cards.cancel(session);
        return SeeOther.to(session.returnPath());
    }
}
