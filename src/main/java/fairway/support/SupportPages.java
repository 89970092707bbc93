package fairway.support;

import fairway.cases.CaseFile;
import fairway.cases.CaseView;
import fairway.cases.Cases;
import fairway.identity.Account;
import fairway.identity.AccountNumber;
import fairway.identity.Accounts;
import fairway.identity.EmailAddress;
import fairway.limits.Rate;
import fairway.passkeys.Passkeys;
import fairway.signin.Signin;
import fairway.ui.NotFound;
import fairway.ui.Option;
import fairway.ui.Page;
import fairway.ui.Problem;
import fairway.ui.Visitor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What those who help may see of a person's account: enough to help, nothing that opens it, nothing to press. */
@Controller
class SupportPages {
    private static final String PATH = "/desk/support";
    private static final int SHORTEST_NOTE = 10;
    private static final int LONGEST_NOTE = 500;

    private final Looks looks;
    private final Known known;

    SupportPages(Looks looks, Known known) {
        this.looks = looks;
        this.known = known;
    }

    @Component
    record Known(Accounts accounts, Cases cases, Signin signin, Passkeys passkeys, HelpPages.Pace pace) {}

    record Asking(String who, String reason, String note, List<Option> reasons, List<Problem> problems) {}

    /** {@code email} and {@code phone} are masked; {@code codes} and {@code passkeys} say how many there are. */
    record Shown(
            Looks.Look look,
            Account account,
            String email,
            String phone,
            int codes,
            int passkeys,
            List<CaseFile> cases) {}

    @GetMapping(PATH)
    ModelAndView ask(Page page) {
        helper(page);
        return asking(page, "", "", "", List.of());
    }

    @PostMapping(PATH)
    ModelAndView open(
            Page page,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String note) {
        var helper = helper(page);
        var why = Reason.read(reason);
        var problems = new ArrayList<Problem>();
        if (why.isEmpty()) {
            problems.add(new Problem("reason", page.text("support.reason.missing")));
        }
        if (note.strip().length() < SHORTEST_NOTE || note.length() > LONGEST_NOTE) {
            problems.add(new Problem("note", page.text("support.note.missing")));
        }
        if (problems.isEmpty()) {
            known.pace().take(Rate.SUPPORT_LOOKS, helper.account().toString());
        }
        var account = problems.isEmpty() ? find(who) : Optional.<Account>empty();
        if (problems.isEmpty() && account.isEmpty()) {
            looks.missed(helper.account());
            problems.add(new Problem("who", page.text("support.who.none")));
        }
        return account.map(found -> page.redirect(
                        PATH + "/" + looks.open(helper.account(), found.id(), why.orElseThrow(), note.strip())))
                .orElseGet(() -> asking(page, who, reason, note, problems));
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView show(Page page, @PathVariable UUID id) {
        var helper = helper(page);
        return looks.see(helper.account(), id)
                .flatMap(look -> known.accounts().find(look.account()).map(account -> shown(look, account)))
                .map(shown -> page.view("support/account", "shown", shown))
                .orElseGet(() -> page.redirect(PATH));
    }

    @PostMapping(PATH + "/{id}/close")
    ModelAndView close(Page page, @PathVariable UUID id) {
        looks.close(helper(page).account(), id);
        return page.redirect(PATH);
    }

    private Shown shown(Looks.Look look, Account account) {
        var cases = known.cases().of(account.id()).stream()
                .map(CaseView::file)
                .filter(file -> !file.shielded())
                .toList();
        return new Shown(
                look,
                account,
                new EmailAddress(account.email()).masked(),
                account.alerts() == null ? "" : account.alerts().masked(),
                known.signin().waysToCodes(account.id()),
                known.passkeys().of(account.id()).size(),
                cases);
    }

    /** By the whole address or the whole account number; nobody browses. */
    private Optional<Account> find(String who) {
        return AccountNumber.read(who)
                .flatMap(known.accounts()::byNumber)
                .or(() ->
                        EmailAddress.read(who).flatMap(email -> known.accounts().byEmail(email, false)))
                .flatMap(found -> known.accounts().find(known.accounts().joins().leading(found.id())));
    }

    private static ModelAndView asking(Page page, String who, String reason, String note, List<Problem> problems) {
        var reasons = Arrays.stream(Reason.values())
                .map(one -> Option.of(one.name(), page.text("support.reason." + one.key())))
                .toList();
        return page.view("support/ask", "asking", new Asking(who, reason, note, reasons, problems));
    }

    /** Everybody else finds nothing here. */
    private static Visitor helper(Page page) {
        return page.visitor()
                .filter(Visitor::staff)
                .filter(visitor -> visitor.roles().contains("SUPPORT"))
                .orElseThrow(NotFound::new);
    }
}
