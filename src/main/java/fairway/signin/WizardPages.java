package fairway.signin;

import fairway.identity.AccountType;
import fairway.identity.Accounts;
import fairway.identity.EmailAddress;
import fairway.legal.LegalTexts;
import fairway.ui.Page;
import fairway.ui.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The steps with one question each: terms, password, type of account, and what to do next. */
@Controller
class WizardPages {
    private final Setup setup;
    private final Enrolment enrolment;
    private final LegalTexts legal;
    private final Accounts accounts;
    private final Entry entry;

    WizardPages(Setup setup, Enrolment enrolment, LegalTexts legal, Accounts accounts, Entry entry) {
        this.setup = setup;
        this.enrolment = enrolment;
        this.legal = legal;
        this.accounts = accounts;
        this.entry = entry;
    }

    @GetMapping("/sign-up/next")
    ModelAndView next(Page page, HttpServletRequest request, HttpServletResponse response) {
        return setup.elsewhere(page, new Visit(request, response));
    }

    @GetMapping("/sign-up/terms")
    ModelAndView terms(Page page, HttpServletRequest request, HttpServletResponse response) {
        var visit = new Visit(request, response);
        return setup.at(visit, Stage.TERMS)
                .map(at -> termsForm(page, List.of()))
                .orElseGet(() -> setup.elsewhere(page, visit));
    }

    @PostMapping("/sign-up/terms")
    ModelAndView agree(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String agree) {
        var visit = new Visit(request, response);
        var at = setup.at(visit, Stage.TERMS);
        if (at.isPresent() && !agree.equals("yes")) {
            return termsForm(page, Words.problem(page, "agree", "signin.terms.missing"));
        }
        at.ifPresent(
                here -> enrolment.agree(here.session(), legal.document("terms").version(), page.language()));
        return setup.elsewhere(page, visit);
    }

    @GetMapping("/sign-up/password")
    ModelAndView password(Page page, HttpServletRequest request, HttpServletResponse response) {
        var visit = new Visit(request, response);
        return setup.at(visit, Stage.PASSWORD)
                .map(at -> passwordForm(page, List.of()))
                .orElseGet(() -> setup.elsewhere(page, visit));
    }

    @PostMapping("/sign-up/password")
    ModelAndView choose(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(name = "again", defaultValue = "") String repeated) {
        var visit = new Visit(request, response);
        var at = setup.at(visit, Stage.PASSWORD);
        if (at.isEmpty()) {
            return setup.elsewhere(page, visit);
        }
        var email = new EmailAddress(at.get().account().email());
        var problems = new ArrayList<Problem>();
        for (var unmet : enrolment.unmet(password, email, page.agency())) {
            var key = "signin.password." + unmet.name().toLowerCase(java.util.Locale.ROOT);
            problems.add(new Problem("password", page.text(key)));
        }
        if (problems.isEmpty() && !password.equals(repeated)) {
            problems.add(new Problem("again", page.text("signin.password.differs")));
        }
        if (!problems.isEmpty()) {
            return passwordForm(page, problems);
        }
        visit.carry(enrolment.setPassword(at.get().session(), password));
        return page.redirect("/sign-up/methods");
    }

    @GetMapping("/sign-up/type")
    ModelAndView type(Page page, HttpServletRequest request, HttpServletResponse response) {
        var visit = new Visit(request, response);
        return setup.at(visit, Stage.TYPE)
                .map(at -> page.view("signin/type", "problems", List.of()))
                .orElseGet(() -> setup.elsewhere(page, visit));
    }

    @PostMapping("/sign-up/type")
    ModelAndView chooseType(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String type) {
        var visit = new Visit(request, response);
        var at = setup.at(visit, Stage.TYPE);
        if (at.isEmpty()) {
            return setup.elsewhere(page, visit);
        }
        var chosen = Map.of("applicant", AccountType.APPLICANT, "representative", AccountType.REPRESENTATIVE)
                .get(type);
        if (chosen == null) {
            return page.view("signin/type", "problems", Words.problem(page, "type", "signin.type.missing"));
        }
        if (enrolment.finish(at.get().account(), chosen)) {
            entry.afterSetup(visit, at.get().session(), at.get().account());
        }
        return page.redirect("/sign-up/done");
    }

    @GetMapping("/sign-up/done")
    ModelAndView done(Page page, HttpServletRequest request, HttpServletResponse response) {
        var visit = new Visit(request, response);
        return visit.session(Session.Level.FULL)
                .flatMap(session -> accounts.find(session.account()))
                .map(account -> page.view(
                        "signin/done", "number", account.number().value(), "back", enrolment.cameBack(account.id())))
                .orElseGet(() -> setup.elsewhere(page, visit));
    }

    private ModelAndView passwordForm(Page page, List<Problem> problems) {
        return page.view("signin/choose", "problems", problems, "demands", enrolment.demands());
    }

    private ModelAndView termsForm(Page page, List<Problem> problems) {
        return page.view("signin/terms", "terms", legal.document("terms"), "problems", problems);
    }
}
