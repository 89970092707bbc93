package fairway.support;

import fairway.calendar.LegalCalendar;
import fairway.limits.Decision;
import fairway.limits.Limits;
import fairway.limits.Place;
import fairway.limits.Rate;
import fairway.recovery.Recovery;
import fairway.support.HelpAsking.Entered;
import fairway.ui.Page;
import fairway.ui.Problem;
import fairway.ui.TooMany;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Help without signing in: the request, and the page behind the mailed link that says where it stands. */
@Controller
class HelpPages {
    private static final String PATH = "/help/request";
    private static final String LINK = PATH + "/link/{token:[A-Za-z0-9_-]{43}}";
    private static final String STATUS = PATH + "/status";
    private static final String COOKIE = "__Host-help";
    private static final Duration OPEN_FOR = Duration.ofHours(1);

    private final HelpAsking asking;
    private final HelpDesk desk;
    private final Proofs proofs;
    private final Pace pace;
    private final Recovery recovery;

    HelpPages(HelpAsking asking, HelpDesk desk, Proofs proofs, Pace pace, Recovery recovery) {
        this.asking = asking;
        this.desk = desk;
        this.proofs = proofs;
        this.pace = pace;
        this.recovery = recovery;
    }

    /** How often people may ask. */
    @Component("supportPace")
    record Pace(Limits limits, InstantSource clock, LegalCalendar calendar) {
        void take(Rate rate, String about) {
            if (limits.take(rate, about) instanceof Decision.Wait(var until)) {
                throw new TooMany(Duration.between(clock.instant(), until));
            }
        }
    }

    /** Where a request stands, as its person reads it; {@code codes} are the kinds they may enter a code of now, {@code way} the wait after an approval. */
    record Standing(
            HelpRequest request,
            List<ProofKind> codes,
            List<ProofKind> given,
            boolean document,
            Recovery.@Nullable Status way,
            List<HelpTable.Said> said,
            boolean late) {}

    static String link(String token) {
        return PATH + "/link/" + token;
    }

    @GetMapping(PATH)
    ModelAndView form(Page page) {
        return form(page, new HelpForm(page, Map.of()));
    }

    /** Looks nobody up: the answer and the work are the same for everybody. */
    @PostMapping(PATH)
    ModelAndView ask(Page page, HttpServletRequest request, @RequestParam Map<String, String> typed) {
        var form = new HelpForm(page, typed);
        var written = form.read(pace.calendar().today());
        if (!form.problems().isEmpty()) {
            return form(page, form);
        }
        pace.take(Rate.HELP_FROM_ONE_PLACE, Place.of(request.getRemoteAddr()).household());
        pace.take(Rate.HELP_TO_ONE_ADDRESS, written.email());
        asking.ask(written, page.language());
        return page.redirect(PATH + "/sent");
    }

    @GetMapping(PATH + "/sent")
    ModelAndView sent(Page page) {
        return page.view("support/help-sent");
    }

    /** Opening the link does nothing; a press of the button does. */
    @GetMapping(LINK)
    ModelAndView linked(Page page, @PathVariable String token) {
        return asking.byToken(token)
                .map(request -> page.view("support/help-link", "action", link(token), "number", request.number()))
                .orElseGet(() -> page.view("support/help-over"));
    }

    @PostMapping(LINK)
    ModelAndView open(Page page, HttpServletResponse response, @PathVariable String token) {
        return asking.byToken(token)
                .map(request -> {
                    asking.opened(request);
                    carry(response, token, OPEN_FOR);
                    return page.redirect(STATUS);
                })
                .orElseGet(() -> page.view("support/help-over"));
    }

    @GetMapping(STATUS)
    ModelAndView status(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String done) {
        var once = new Once(request, response);
        return once.moved(page, STATUS, done)
                .or(() -> mine(request).map(own -> status(page, own, once.word(), List.of())))
                .orElseGet(() -> over(page));
    }

    @PostMapping(STATUS + "/code")
    ModelAndView enter(Page page, HttpServletRequest request, @RequestParam(defaultValue = "") String code) {
        return mine(request)
                .map(own -> switch (asking.enter(own, code)) {
                    case Entered.Proven ignored -> page.redirect(STATUS + "?done=proven");
                    case Entered.Wrong() -> status(page, own, "", problem(page, "code", "support.help.code.wrong"));
                    case Entered.TooOften(var until) -> status(page, own, "", List.of(tooOften(page, until)));
                })
                .orElseGet(() -> over(page));
    }

    @PostMapping(STATUS + "/again")
    ModelAndView again(Page page, HttpServletRequest request, @RequestParam(defaultValue = "") String kind) {
        return mine(request)
                .map(own -> ProofKind.read(kind)
                        .map(wanted -> desk.again(own, wanted))
                        .filter(done -> done == Done.SENT)
                        .map(done -> page.redirect(STATUS + "?done=sent"))
                        .orElseGet(() -> page.redirect(STATUS + "?done=later")))
                .orElseGet(() -> over(page));
    }

    @PostMapping(STATUS + "/message")
    ModelAndView say(Page page, HttpServletRequest request, @RequestParam(defaultValue = "") String text) {
        var words = HelpForm.tidy(text);
        return mine(request)
                .map(own -> {
                    if (words.isEmpty() || words.length() > HelpForm.LONGEST_TEXT) {
                        return status(page, own, "", problem(page, "text", "support.help.problem.message"));
                    }
                    pace.take(Rate.HELP_TO_ONE_ADDRESS, "message/" + own.id());
                    return page.redirect(STATUS + (asking.say(own, words) ? "?done=said" : ""));
                })
                .orElseGet(() -> over(page));
    }

    private ModelAndView status(Page page, HelpRequest request, String done, List<Problem> problems) {
        var now = pace.clock().instant();
        var all = proofs.of(request.id());
        var standing = new Standing(
                request,
                all.stream()
                        .filter(proof -> proof.kind().byCode() && proof.asked().provenAt() == null)
                        .map(Proofs.Proof::kind)
                        .distinct()
                        .toList(),
                all.stream()
                        .filter(proof -> proof.asked().provenAt() != null)
                        .map(Proofs.Proof::kind)
                        .distinct()
                        .toList(),
                all.stream().anyMatch(proof -> proof.kind() == ProofKind.DOCUMENT && proof.open(now)),
                way(request.course().recovery()),
                asking.said(request),
                request.course().late(now));
        var notice = List.of("proven", "sent", "later", "said").contains(done) ? done : "";
        return page.view("support/help-status", "standing", standing, "notice", notice, "problems", problems);
    }

    private Recovery.@Nullable Status way(@Nullable UUID begun) {
        return begun == null ? null : recovery.status(begun);
    }

    private Optional<HelpRequest> mine(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst()
                        .flatMap(asking::byToken);
    }

    private static ModelAndView form(Page page, HelpForm form) {
        return page.view("support/help-form", "shown", form.shown());
    }

    private static ModelAndView over(Page page) {
        return page.view("support/help-over");
    }

    private static Problem tooOften(Page page, java.time.@Nullable Instant until) {
        return until == null
                ? new Problem("code", page.text("support.help.code.over"))
                : new Problem("code", page.text("support.help.code.wait", page.instant(until)));
    }

    private static List<Problem> problem(Page page, String box, String key) {
        return List.of(new Problem(box, page.text(key)));
    }

    private static void carry(HttpServletResponse response, String token, Duration life) {
        var cookie = ResponseCookie.from(COOKIE, token)
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(life)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
