package fairway.settings;

import fairway.identity.EmailAddress;
import fairway.settings.AddressChange.Kind;
import fairway.settings.AddressChanges.Asked;
import fairway.ui.ChangesAccess;
import fairway.ui.Page;
import fairway.ui.Problem;
import fairway.ui.StepUp;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Another sign-in address, and a second one for recovery and security notices. */
@Controller
class AddressPages {
    private static final String EMAIL = "/account/security/email";
    private static final String RECOVERY = "/account/security/recovery";

    private final Owner owner;
    private final AddressChanges changes;

    AddressPages(Owner owner, AddressChanges changes) {
        this.owner = owner;
        this.changes = changes;
    }

    @GetMapping(EMAIL)
    @StepUp
    @ChangesAccess
    ModelAndView email(Page page) {
        return form(page, Kind.SIGN_IN, "", List.of());
    }

    @PostMapping(EMAIL)
    @StepUp
    @ChangesAccess
    ModelAndView askEmail(Page page, @RequestParam(defaultValue = "") String email) {
        return ask(page, Kind.SIGN_IN, email);
    }

    /** Stopping a change is never held up. */
    @PostMapping(EMAIL + "/cancel")
    ModelAndView cancelEmail(Page page) {
        changes.cancel(owner.id(page), Kind.SIGN_IN);
        return page.redirect(Done.at("email-cancelled"));
    }

    @GetMapping(RECOVERY)
    @StepUp
    @ChangesAccess
    ModelAndView recovery(Page page) {
        return form(page, Kind.RECOVERY, "", List.of());
    }

    @PostMapping(RECOVERY)
    @StepUp
    @ChangesAccess
    ModelAndView askRecovery(Page page, @RequestParam(defaultValue = "") String email) {
        return ask(page, Kind.RECOVERY, email);
    }

    @PostMapping(RECOVERY + "/cancel")
    ModelAndView cancelRecovery(Page page) {
        changes.cancel(owner.id(page), Kind.RECOVERY);
        return page.redirect(Done.at("recovery-cancelled"));
    }

    @PostMapping(RECOVERY + "/remove")
    @StepUp
    @ChangesAccess
    ModelAndView removeRecovery(Page page) {
        changes.forgetRecovery(owner.id(page));
        return page.redirect(Done.at("recovery-removed"));
    }

    private ModelAndView ask(Page page, Kind kind, String typed) {
        var address = EmailAddress.read(typed);
        if (address.isEmpty()) {
            return form(page, kind, typed, problem(page, "signin.email.unreadable"));
        }
        var visitor = owner.visitor(page);
        return switch (changes.ask(visitor.account(), visitor.session(), kind, address.get())) {
            case Asked.Waiting ignored -> page.redirect(Done.at(kind.key()));
            case Asked.Same() -> form(page, kind, typed, problem(page, "settings.address.same"));
            case Asked.TooOften(var until) ->
                form(page, kind, typed, problem(page, "settings.address.too_often", page.instant(until)));
        };
    }

    private ModelAndView form(Page page, Kind kind, String typed, List<Problem> problems) {
        var account = owner.account(page);
        return page.view(
                "settings/address",
                "kind",
                kind,
                "now",
                kind == Kind.SIGN_IN
                        ? account.email()
                        : owner.accounts()
                                .safety()
                                .recoveryAddress(account.id())
                                .map(EmailAddress::value)
                                .orElse(null),
                "open",
                changes.open(account.id(), kind).orElse(null),
                "typed",
                typed,
                "problems",
                problems,
                "owner",
                owner.mark(page));
    }

    private static List<Problem> problem(Page page, String key, Object... arguments) {
        return List.of(new Problem("email", page.text(key, arguments)));
    }
}
