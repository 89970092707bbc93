package fairway.settings;

import fairway.identity.Account;
import fairway.identity.Accounts;
import fairway.signin.Signin;
import fairway.ui.NotFound;
import fairway.ui.Page;
import fairway.ui.Visitor;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whoever is signed in, as these pages need them. */
@Component
record Owner(Accounts accounts, Signin signin) {
    Visitor visitor(Page page) {
        return page.visitor().orElseThrow(NotFound::new);
    }

    UUID id(Page page) {
        return visitor(page).account();
    }

    Account account(Page page) {
        return accounts.find(id(page)).orElseThrow(NotFound::new);
    }

    /** For hidden fields of forms that may be sent after the session ended. */
    String mark(Page page) {
        return accounts.ownerMark(id(page));
    }
}
