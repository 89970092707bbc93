package fairway.settings;

import fairway.identity.Account;
import fairway.identity.EmailAddress;
import fairway.identity.Safety;
import fairway.passkeys.Passkeys;
import fairway.signin.CodeWays;
import fairway.signin.Secrets;
import fairway.ui.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Everything about getting in, on one page: what there is, since when, and where to change it. */
@Controller
class OverviewPages {
    private final Owner owner;
    private final AddressChanges changes;
    private final Alarm alarm;
    private final BackupChecks checks;
    private final Passkeys passkeys;

    OverviewPages(Owner owner, AddressChanges changes, Alarm alarm, BackupChecks checks, Passkeys passkeys) {
        this.owner = owner;
        this.changes = changes;
        this.alarm = alarm;
        this.checks = checks;
        this.passkeys = passkeys;
    }

    record Overview(
            Account account,
            Secrets.Standing standing,
            List<CodeWays.Bound> ways,
            int passkeys,
            int sessions,
            Addresses addresses,
            Safety.@Nullable Hold hold,
            boolean backupAsked) {}

    /** The second address, and new ones that are under way. */
    record Addresses(
            @Nullable EmailAddress recovery,
            @Nullable AddressChange moving,
            @Nullable AddressChange adding) {}

    @GetMapping("/account/security")
    ModelAndView show(Page page, @RequestParam(required = false) @Nullable String done) {
        var account = owner.account(page);
        var standing = owner.signin().secrets().standing(account.id());
        var overview = new Overview(
                account,
                standing,
                owner.signin().ways().all(account.id()),
                passkeys.of(account.id()).size(),
                owner.signin().sessions().of(account.id()).size(),
                addresses(account),
                alarm.lasting(account.id()).orElse(null),
                checks.due(account.id(), standing.backupAt()));
        return page.view("settings/overview", "overview", overview, "done", Done.read(done));
    }

    /** Where somebody lands whose change was refused. */
    @GetMapping("/account/security/stopped")
    ModelAndView stopped(Page page) {
        return alarm.lasting(owner.id(page))
                .map(hold -> page.view("settings/stopped", "until", hold.until()))
                .orElseGet(() -> page.redirect("/account/security"));
    }

    private Addresses addresses(Account account) {
        return new Addresses(
                owner.accounts().safety().recoveryAddress(account.id()).orElse(null),
                changes.open(account.id(), AddressChange.Kind.SIGN_IN).orElse(null),
                changes.open(account.id(), AddressChange.Kind.RECOVERY).orElse(null));
    }
}
