package fairway.signin;

import fairway.identity.Account;
import fairway.identity.Accounts;
import fairway.identity.Phone;
import fairway.ui.Page;
import fairway.ui.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Steps 5 and 6: how codes arrive, and the proof of each way by a code. */
@Controller
class MethodPages {
    /** Of the steps, counted from the address; the same in every profile. */
    private static final int PROVING = 6;

    private final Setup setup;
    private final Methods methods;
    private final Codes codes;
    private final Entry entry;
    private final Accounts accounts;

    MethodPages(Setup setup, Methods methods, Codes codes, Entry entry, Accounts accounts) {
        this.setup = setup;
        this.methods = methods;
        this.codes = codes;
        this.entry = entry;
        this.accounts = accounts;
    }

    record Chosen(List<String> ways, String phone, String email, boolean some, List<Problem> problems) {}

    @GetMapping("/sign-up/methods")
    ModelAndView show(Page page, HttpServletRequest request, HttpServletResponse response) {
        var visit = new Visit(request, response);
        return setup.at(visit, Stage.METHODS)
                .map(at -> form(page, at.account(), List.of(), "", List.of()))
                .orElseGet(() -> setup.elsewhere(page, visit));
    }

    @PostMapping("/sign-up/methods")
    ModelAndView choose(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String phone) {
        var visit = new Visit(request, response);
        var at = setup.at(visit, Stage.METHODS);
        if (at.isEmpty()) {
            return setup.elsewhere(page, visit);
        }
        var ways = request.getParameterValues("ways");
        var wanted = ways == null ? List.<String>of() : List.of(ways);
        var read = Phone.read(phone);
        var problems = new ArrayList<Problem>();
        if (wanted.isEmpty() && methods.confirmed(at.get().account()).isEmpty()) {
            problems.add(new Problem("ways", page.text("signin.methods.missing")));
        }
        if (problems.isEmpty() && !methods.enough(at.get().account(), wanted)) {
            problems.add(new Problem("ways", page.text("signin.methods.email_alone")));
        }
        if (wanted.contains("text") && read.isEmpty()) {
            problems.add(new Problem("phone", page.text("signin.methods.phone.unreadable")));
        }
        if (!problems.isEmpty()) {
            return form(page, at.get().account(), wanted, phone, problems);
        }
        methods.choose(at.get().account(), wanted, read);
        return begin(page, at.get());
    }

    @GetMapping("/sign-up/code")
    ModelAndView code(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(required = false) @Nullable String late) {
        var visit = new Visit(request, response);
        return proving(visit)
                .map(proving -> asked(page, proving, late == null ? null : "signin.code.late", List.of()))
                .orElseGet(() -> setup.elsewhere(page, visit));
    }

    @PostMapping("/sign-up/code/send")
    ModelAndView again(Page page, HttpServletRequest request, HttpServletResponse response) {
        var visit = new Visit(request, response);
        return proving(visit)
                .map(proving -> switch (send(page, proving)) {
                    case Codes.Sending.Sent() -> page.redirect("/sign-up/code");
                    case Codes.Sending.NotNow notNow -> asked(page, proving, null, Words.because(page, "code", notNow));
                })
                .orElseGet(() -> setup.elsewhere(page, visit));
    }

    @PostMapping("/sign-up/code")
    ModelAndView check(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String code) {
        var visit = new Visit(request, response);
        var proving = proving(visit);
        if (proving.isEmpty()) {
            return setup.elsewhere(page, visit);
        }
        if (code.isBlank()) {
            return asked(page, proving.get(), null, Words.problem(page, "code", "signin.code.missing"));
        }
        var session = proving.get().at().session();
        var account = proving.get().at().account();
        var way = proving.get().way();
        var check = codes.check(session, account, way.id(), Challenges.Purpose.SETUP, code);
        if (!(check instanceof Codes.Check.Right)) {
            return asked(page, proving.get(), null, Words.wrong(page, "code", check));
        }
        methods.confirm(account, way);
        entry.afterCode(visit, session, account, way.way().name());
        return begin(page, proving.get().at());
    }

    /** Goes on without a way that was chosen but cannot be proven now. */
    @PostMapping("/sign-up/code/skip")
    ModelAndView skip(Page page, HttpServletRequest request, HttpServletResponse response) {
        var visit = new Visit(request, response);
        var proving = proving(visit);
        if (proving.isEmpty()) {
            return setup.elsewhere(page, visit);
        }
        methods.drop(proving.get().at().account(), proving.get().way());
        return begin(page, proving.get().at());
    }

    private record Unproven(Setup.At at, Authenticator way) {}

    private Optional<Unproven> proving(Visit visit) {
        return setup.at(visit, Stage.METHODS)
                .flatMap(at -> setup.unproven(at.account()).map(way -> new Unproven(at, way)));
    }

    /** To the next way that is not proven yet, or on when all are. */
    private ModelAndView begin(Page page, Setup.At at) {
        var next = setup.unproven(at.account());
        if (next.isPresent()) {
            return switch (send(page, new Unproven(at, next.get()))) {
                case Codes.Sending.Sent() -> page.redirect("/sign-up/code");
                case Codes.Sending.NotNow ignored -> page.redirect("/sign-up/code?late");
            };
        }
        return page.redirect(methods.finish(at.account()) ? "/sign-up/backup" : "/sign-up/methods");
    }

    private Codes.Sending send(Page page, Unproven unproven) {
        var at = unproven.at();
        return codes.setUp(at.session(), at.account(), unproven.way().id(), page);
    }

    private ModelAndView asked(Page page, Unproven unproven, @Nullable String notice, List<Problem> problems) {
        var account = unproven.at().account();
        var key = unproven.way().way() == Way.APP ? methods.key(account, unproven.way(), page.agency()) : null;
        return page.view(
                "signin/code",
                "asked",
                new CodePages.Asked("/sign-up/code", null, PROVING, unproven.way(), key, notice, problems));
    }

    private ModelAndView form(Page page, Account account, List<String> ways, String phone, List<Problem> problems) {
        var known = accounts.find(account.id()).orElse(account);
        var some = !methods.confirmed(known).isEmpty();
        return page.view("signin/methods", "chosen", new Chosen(ways, phone, known.email(), some, problems));
    }
}
