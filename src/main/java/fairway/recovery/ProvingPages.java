package fairway.recovery;

import fairway.passkeys.Passkeys;
import fairway.signin.CodeWays;
import fairway.signin.Secrets;
import fairway.signin.Signin;
import fairway.ui.NotFound;
import fairway.ui.Page;
import fairway.ui.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** After the link: what else shows that the account is theirs, one page each, in any order. */
@Controller
class ProvingPages {
    static final String HERE = "/sign-in/forgot/prove";
    private static final String QUESTIONS = HERE + "/questions";
    private static final String CODE = HERE + "/code";
    private static final String BACKUP = HERE + "/backup";
    private static final String RENEWED = BACKUP + "/renewed";
    private static final String PASSKEY = HERE + "/passkey";

    private final Attempts attempts;
    private final Returning returning;
    private final Doors doors;

    ProvingPages(Attempts attempts, Returning returning, Doors doors) {
        this.attempts = attempts;
        this.returning = returning;
        this.doors = doors;
    }

    @Component("recoveryProvingDoors")
    record Doors(Signin signin, Passkeys passkeys) {
        Signin.GettingBack back() {
            return signin.gettingBack();
        }

        Secrets secrets() {
            return signin.secrets();
        }
    }

    /** {@code any} helps, {@code shown} is done; {@code enough} is false where only waiting is left. */
    record Choice(Set<Proof> any, Set<Proof> shown, List<CodeWays.Bound> ways, boolean enough) {}

    @GetMapping(HERE)
    ModelAndView choose(Page page, HttpServletRequest request) {
        return with(page, request, attempt -> {
            if (returning.open(attempt)) {
                return page.redirect(FreshPages.HERE);
            }
            var outcome = returning.outcome(attempt);
            var any = outcome instanceof Ways.Outcome.NeedsMore(var more) ? more : Set.<Proof>of();
            var ways = returning.ways(attempt).stream()
                    .filter(way -> any.contains(Proof.valueOf(way.way().name())))
                    .toList();
            return page.view("recovery/prove", "choice", new Choice(any, attempt.shown(), ways, !any.isEmpty()));
        });
    }

    @GetMapping(QUESTIONS)
    ModelAndView questions(Page page, HttpServletRequest request) {
        return with(page, request, attempt -> questions(page, asked(attempt), List.of()));
    }

    @PostMapping(QUESTIONS)
    ModelAndView answer(Page page, HttpServletRequest request) {
        return with(page, request, begun -> {
            var attempt = asked(begun);
            var answers = new ArrayList<String>();
            for (int i = 1; i <= doors.secrets().howManyQuestions(); i++) {
                answers.add(Objects.requireNonNullElse(request.getParameter("answer" + i), ""));
            }
            if (answers.stream().anyMatch(String::isBlank)) {
                return questions(page, attempt, problem(page, "", "recovery.questions.missing"));
            }
            var problems = doors.back().answer(page, attempt.back(), answers);
            return problems.isEmpty() ? shown(page, attempt, Proof.QUESTIONS) : questions(page, attempt, problems);
        });
    }

    @PostMapping(CODE + "/send")
    ModelAndView send(Page page, HttpServletRequest request, @RequestParam(defaultValue = "") String with) {
        return with(page, request, attempt -> {
            var way = returning.way(attempt, with);
            var problems = doors.back().send(page, attempt.back(), way.id());
            return problems.isEmpty() ? page.redirect(CODE + "?with=" + way.id()) : code(page, way, problems);
        });
    }

    @GetMapping(CODE)
    ModelAndView code(Page page, HttpServletRequest request, @RequestParam(defaultValue = "") String with) {
        return with(page, request, attempt -> code(page, returning.way(attempt, with), List.of()));
    }

    @PostMapping(CODE)
    ModelAndView check(
            Page page,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String with,
            @RequestParam(defaultValue = "") String code) {
        return with(page, request, attempt -> {
            var way = returning.way(attempt, with);
            var problems = doors.back().code(page, attempt.back(), way.id(), code);
            return problems.isEmpty()
                    ? shown(page, attempt, Proof.valueOf(way.way().name()))
                    : code(page, way, problems);
        });
    }

    @GetMapping(BACKUP)
    ModelAndView backup(Page page, HttpServletRequest request) {
        return with(page, request, attempt -> backup(page, List.of()));
    }

    @PostMapping(BACKUP)
    ModelAndView use(Page page, HttpServletRequest request, @RequestParam(defaultValue = "") String code) {
        return with(page, request, attempt -> {
            var problems = doors.back().backupCode(page, attempt.back(), code);
            if (!problems.isEmpty()) {
                return backup(page, problems);
            }
            attempts.shown(attempt.id(), Proof.BACKUP_CODE);
            return page.redirect(RENEWED);
        });
    }

    @GetMapping(RENEWED)
    ModelAndView renewed(Page page, HttpServletRequest request) {
        return with(page, request, attempt -> renewed(page, attempt, List.of()));
    }

    @PostMapping(RENEWED)
    ModelAndView kept(Page page, HttpServletRequest request, @RequestParam(defaultValue = "") String kept) {
        return with(page, request, attempt -> {
            if (!kept.equals("yes")) {
                return renewed(page, attempt, problem(page, "kept", "signin.keep.missing"));
            }
            doors.back().keptBackupCode(attempt.back());
            return page.redirect(HERE);
        });
    }

    @GetMapping(PASSKEY)
    ModelAndView passkey(Page page, HttpServletRequest request) {
        return with(page, request, attempt -> passkey(page, List.of()));
    }

    @PostMapping(PASSKEY + "/options")
    ResponseEntity<String> options(HttpServletRequest request, HttpServletResponse response) {
        var attempt = attempts.at(request).orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(doors.passkeys().question(request, response, attempt.account()));
    }

    @PostMapping(PASSKEY)
    ModelAndView usePasskey(Page page, HttpServletRequest request, @RequestParam(defaultValue = "") String credential) {
        return with(
                page,
                request,
                attempt -> doors.passkeys().answered(request, attempt.account(), credential)
                        ? shown(page, attempt, Proof.PASSKEY)
                        : passkey(page, problem(page, "", "passkeys.enter.wrong")));
    }

    /** For whoever has begun here and whose account is still one; anybody else begins at the beginning. */
    private ModelAndView with(Page page, HttpServletRequest request, Function<Attempt, ModelAndView> then) {
        return attempts.at(request)
                .map(attempt -> {
                    returning.account(attempt.account());
                    return then.apply(attempt);
                })
                .orElseGet(() -> page.redirect(ForgotPages.HERE));
    }

    private ModelAndView shown(Page page, Attempt attempt, Proof proof) {
        attempts.shown(attempt.id(), proof);
        return page.redirect(HERE);
    }

    /** Where answers open nothing, there is no such page. */
    private Attempt asked(Attempt attempt) {
        if (!returning.has(attempt).contains(Proof.QUESTIONS)) {
            throw new NotFound();
        }
        return attempt;
    }

    private ModelAndView questions(Page page, Attempt attempt, List<Problem> problems) {
        var questions = doors.secrets().standing(attempt.account()).questions();
        return page.view("recovery/questions", "action", QUESTIONS, "questions", questions, "problems", problems);
    }

    private static ModelAndView code(Page page, CodeWays.Bound way, List<Problem> problems) {
        return page.view("recovery/code", "action", CODE, "way", way, "problems", problems);
    }

    private static ModelAndView backup(Page page, List<Problem> problems) {
        return page.view("recovery/backup", "action", BACKUP, "problems", problems);
    }

    private ModelAndView renewed(Page page, Attempt attempt, List<Problem> problems) {
        return doors.back()
                .newBackupCode(attempt.back())
                .map(code -> page.view("recovery/renewed", "action", RENEWED, "code", code, "problems", problems))
                .orElseGet(() -> page.redirect(HERE));
    }

    private static ModelAndView passkey(Page page, List<Problem> problems) {
        return page.view("recovery/passkey", "action", PASSKEY, "problems", problems);
    }

    private static List<Problem> problem(Page page, String field, String key) {
        return List.of(new Problem(field, page.text(key)));
    }
}
