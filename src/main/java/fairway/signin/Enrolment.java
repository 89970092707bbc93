package fairway.signin;

import fairway.identity.Account;
import fairway.identity.AccountType;
import fairway.identity.Accounts;
import fairway.identity.EmailAddress;
import fairway.passwords.Demands;
import fairway.passwords.Passwords;
import fairway.passwords.Unmet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What each step of the set-up writes down. */
@Service
class Enrolment {
    private static final List<String> SITE = List.of("fairway", "immigration", "i-765", "i765", "workpermit");

    private final Credentials credentials;
    private final Passwords passwords;
    private final Accounts accounts;
    private final SigninSettings settings;
    private final Proving proving;

    Enrolment(
            Credentials credentials, Passwords passwords, Accounts accounts, SigninSettings settings, Proving proving) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.accounts = accounts;
        this.settings = settings;
        this.proving = proving;
    }

    @org.springframework.stereotype.Component
    record Proving(Sessions sessions, Trace trace) {}

    @Transactional
    public void agree(Session session, String version, Locale language) {
        if (credentials.advance(session.account(), Stage.TERMS)) {
            credentials.agree(session.account(), version, language);
            proving.trace().trail().of(session, "signin.terms.agreed", Map.of());
        }
    }

    List<Unmet> unmet(String password, EmailAddress email, String agency) {
        var words = new ArrayList<String>(SITE);
        words.addAll(List.of(email.value().split("[@.+_-]")));
        words.addAll(List.of(agency.split("\\s+")));
        return passwords.unmet(password, words, demands());
    }

    Demands demands() {
        return settings.profile().demands();
    }

    /** The session goes on under a new cookie, now with a password proven. */
    Token setPassword(Session session, String password) {
        var hash = passwords.hash(password);
        return store(session, hash);
    }

    private Token store(Session session, String hash) {
        if (credentials.choosePassword(session.account(), hash)) {
            proving.trace().trail().of(session, "signin.password.set", Map.of());
        }
        var proofs = new Session.Proofs(
                proving.trace().now(),
                session.proofs().codeAt(),
                session.proofs().codeBy());
        return proving.sessions().raise(session.id(), session.level(), proofs);
    }

    /** The last step of somebody who sets the same account up again; what they chose once is not asked for. */
    @Transactional
    public boolean comeBack(Account account) {
        if (!credentials.typeKnown(account.id()) || !credentials.advance(account.id(), Stage.TYPE)) {
            return false;
        }
        proving.trace().trail().of(account.id(), false, "signin.set-up.again", Map.of());
        return true;
    }

    boolean cameBack(UUID account) {
        return credentials.typeKnown(account);
    }

    @Transactional
    public boolean finish(Account account, AccountType type) {
        if (!credentials.advance(account.id(), Stage.TYPE)) {
            return false;
        }
        accounts.choose(account.id(), type);
        proving.trace().mails().welcome(account);
        proving.trace().trail().of(account.id(), false, "signin.sign-up.finished", Map.of("type", type.name()));
        return true;
    }
}
