package fairway.reach;

import fairway.cases.Cases;
import fairway.cases.PublicStatus;
import fairway.cases.ReceiptNumber;
import fairway.limits.Decision;
import fairway.limits.Limits;
import fairway.limits.Rate;
import fairway.ui.Network;
import fairway.ui.Page;
import fairway.ui.Problem;
import fairway.ui.TooMany;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The status of a case for anybody who has its receipt number. */
@Controller
class StatusPages {
    private final Cases cases;
    private final InstantSource clock;
    private final Limits limits;

    StatusPages(Cases cases, InstantSource clock, Limits limits) {
        this.cases = cases;
        this.clock = clock;
        this.limits = limits;
    }

    @GetMapping("/status")
    ModelAndView status(
            Page page, @RequestParam(required = false) @Nullable String receipt, HttpServletRequest request) {
        if (receipt == null) {
            return shown(page, "", null, null);
        }
        var number = ReceiptNumber.read(receipt);
        if (number.isEmpty()) {
            var view = shown(page, receipt, null, new Problem("receipt", page.text("reach.status.shape")));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        var place = Network.of(request.getRemoteAddr()).value();
        if (limits.estimate(Rate.STATUSES_FROM_ONE_PLACE, place) instanceof Decision.Wait(var until)) {
            throw new TooMany(Duration.between(clock.instant(), until));
        }
        var found = cases.statusOf(number.get());
        var view = shown(page, receipt, new Answer(number.get(), found), null);
        if (found.isEmpty()) {
            view.setStatus(HttpStatus.NOT_FOUND);
        }
        return view;
    }

    /** What we say about a number; nothing to say means unknown or protected, and nobody can tell which. */
    record Answer(ReceiptNumber asked, Optional<PublicStatus> status) {}

    private static ModelAndView shown(Page page, String typed, @Nullable Answer answer, @Nullable Problem problem) {
        return page.view("reach/status", "typed", typed, "problems", problem == null ? List.of() : List.of(problem))
                .addObject("answer", answer);
    }
}
