package fairway.signin;

import fairway.identity.Account;
import fairway.identity.Accounts;
import fairway.ui.Page;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Which step of the set-up is open for this browser; every other step leads to that one. */
@Component
class Setup {
    private final Accounts accounts;
    private final Credentials credentials;
    private final Authenticators authenticators;
    private final Enrolment enrolment;
    private final Entry entry;

    Setup(Accounts accounts, Credentials credentials, Authenticators authenticators, Enrolment enrolment, Entry entry) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.authenticators = authenticators;
        this.enrolment = enrolment;
        this.entry = entry;
    }

    /** Somebody at an open step. */
    record At(Session session, Account account) {}

    Optional<At> at(Visit visit, Stage stage) {
        return visit.session(Session.Level.SETUP)
                .filter(session -> credentials.stageOf(session.account()) == stage)
                .flatMap(session -> accounts.find(session.account()).map(account -> new At(session, account)));
    }

    /** The next way to codes that is chosen but not proven yet. */
    Optional<Authenticator> unproven(Account account) {
        return authenticators.of(account).stream()
                .filter(way -> !way.confirmed())
                .findFirst();
    }

    /** After a step was taken: on, and in where nothing is left to ask. */
    ModelAndView onward(Page page, Visit visit) {
        at(visit, Stage.TYPE)
                .filter(at -> enrolment.comeBack(at.account()))
                .ifPresent(at -> entry.afterSetup(visit, at.session(), at.account()));
        return page.redirect(visit.session()
                .filter(session -> credentials.stageOf(session.account()) != Stage.DONE)
                .map(this::open)
                .orElse("/sign-up/done"));
    }

    ModelAndView elsewhere(Page page, Visit visit) {
        return page.redirect(visit.session().map(this::open).orElse("/sign-up"));
    }

    private String open(Session session) {
        return switch (session.level()) {
            case FULL -> "/account";
            case HALF -> "/sign-in/code";
            case OWING -> "/sign-in/new-password";
            case SETUP -> step(session);
        };
    }

    private String step(Session session) {
        var stage = credentials.stageOf(session.account());
        var proving = stage == Stage.METHODS
                && accounts.find(session.account()).flatMap(this::unproven).isPresent();
        return proving ? "/sign-up/code" : stage.path();
    }
}
