package fairway.alerts;

import fairway.identity.Accounts;
import fairway.identity.Phone;
import fairway.identity.PhoneProof;
import fairway.signin.Signin;
import fairway.ui.NotFound;
import fairway.ui.Page;
import fairway.ui.Problem;
import fairway.ui.StepUp;
import fairway.ui.Visitor;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where people choose what we tell them, and prove that a telephone is theirs before texts go there. */
@Controller
class ChoicePages {
    private static final String HERE = "/account/profile/notifications";

    private final Accounts accounts;
    private final Choices choices;
    private final AlertPhones phones;
    private final Signin signin;

    ChoicePages(Accounts accounts, Choices choices, AlertPhones phones, Signin signin) {
        this.accounts = accounts;
        this.choices = choices;
        this.phones = phones;
        this.signin = signin;
    }

    @GetMapping(HERE)
    ModelAndView show(Page page, @RequestParam(required = false) @Nullable String saved) {
        return show(page, "", saved != null, List.of());
    }

    @PostMapping(HERE)
    ModelAndView save(Page page, @RequestParam MultiValueMap<String, String> posted) {
        var account = visitor(page);
        for (var kind : AlertKind.values()) {
            choices.save(
                    account,
                    kind,
                    new Choices.Choice(
                            posted.containsKey(kind.name() + ".email"), posted.containsKey(kind.name() + ".text")));
        }
        return page.redirect(HERE + "?saved");
    }

    @StepUp
    @PostMapping(HERE + "/phone")
    ModelAndView phone(Page page, @RequestParam(defaultValue = "") String number) {
        var phone = Phone.read(number).orElse(null);
        if (phone == null) {
            return show(page, number, false, problem(page, "number", "alerts.problem.number"));
        }
        if (!phones.ask(visitor(page), phone, page)) {
            return show(page, number, false, problem(page, "number", "alerts.problem.often"));
        }
        return page.redirect(HERE + "/phone");
    }

    @GetMapping(HERE + "/phone")
    ModelAndView code(Page page) {
        return code(page, List.of());
    }

    @PostMapping(HERE + "/phone/code")
    ModelAndView code(Page page, @RequestParam(defaultValue = "") String code) {
        return switch (phones.confirm(visitor(page), code, page)) {
            case PhoneProof.Check.Right ignored -> page.redirect(HERE + "?saved");
            case PhoneProof.Check.Wrong() -> code(page, problem(page, "code", "alerts.problem.code"));
            case PhoneProof.Check.Over() -> page.redirect(HERE);
        };
    }

    @StepUp
    @PostMapping(HERE + "/phone/remove")
    ModelAndView remove(Page page) {
        phones.remove(visitor(page));
        return page.redirect(HERE + "?saved");
    }

    private ModelAndView show(Page page, String number, boolean saved, List<Problem> problems) {
        var account = visitor(page);
        var contact = accounts.contactOf(account);
        return page.view(
                "alerts/choices",
                "kinds",
                List.of(AlertKind.values()),
                "chosen",
                choices.all(account),
                "contact",
                contact,
                "lost",
                contact.phone() != null
                        && signin.ways().lost(account, contact.phone().e164()),
                "quiet",
                !accounts.profileOf(account).safe().allowsTexts(),
                "number",
                number,
                "saved",
                saved,
                "problems",
                problems);
    }

    private ModelAndView code(Page page, List<Problem> problems) {
        var phone = accounts.phoneToProve(visitor(page)).orElse(null);
        return phone == null ? page.redirect(HERE) : page.view("alerts/phone", "phone", phone, "problems", problems);
    }

    private static List<Problem> problem(Page page, String field, String key) {
        return List.of(new Problem(field, page.text(key)));
    }

    private static UUID visitor(Page page) {
        return page.visitor()
                .filter(visitor -> !visitor.staff())
                .map(Visitor::account)
                .orElseThrow(NotFound::new);
    }
}
