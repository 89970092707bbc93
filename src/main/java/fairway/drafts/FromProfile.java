package fairway.drafts;

import fairway.forms.FormPage;
import fairway.identity.Account;
import fairway.identity.AccountType;
import fairway.identity.Accounts;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What the profile of the account’s holder answers on a page that was never saved. It stands there to be confirmed or
 * changed, and counts only when the page is saved; a representative’s profile answers for nobody else.
 */
@Component
class FromProfile {
    private final Accounts accounts;

    FromProfile(Accounts accounts) {
        this.accounts = accounts;
    }

    Words of(Opened draft, FormPage page, int instance) {
        if (page.isList() || draft.row(page.id(), instance).saved() || asksNothing(page)) {
            return Words.NONE;
        }
        var account = draft.draft().account();
        if (accounts.find(account).map(Account::type).orElse(AccountType.STAFF) != AccountType.APPLICANT) {
            return Words.NONE;
        }
        var known = accounts.personFacts(account);
        var given = new HashMap<String, Map<String, String>>();
        for (var item : page.items()) {
            given.put(
                    item.path(instance),
                    known.getOrDefault(String.valueOf(item.traits().fact()), Map.of()));
        }
        return Words.of(given);
    }

    private static boolean asksNothing(FormPage page) {
        return page.items().stream()
                .noneMatch(item -> String.valueOf(item.traits().fact()).startsWith("person."));
    }
}
