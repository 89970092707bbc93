package fairway.signin;

import fairway.identity.Accounts;
import fairway.ui.Visitor;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who a full session belongs to, as the pages see them; read anew on each request, so that lost rights are lost at once. */
@Component
class Visitors {
    private final Accounts accounts;

    Visitors(Accounts accounts) {
        this.accounts = accounts;
    }

    Optional<Visitor> of(Session session) {
        return accounts.find(session.account())
                .filter(account -> account.staff() == session.staff() && !account.closed())
                .map(account ->
                        new Visitor(account.id(), account.shownName(), account.staff(), account.roles(), session.id()));
    }
}
