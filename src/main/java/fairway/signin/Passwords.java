package fairway.signin;

import fairway.identity.Accounts;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Says whether a password is right; does the same work and answers alike where there is no such account. */
@Service
class Passwords {
    private final Credentials credentials;
    private final Hashing hashing;
    private final PasswordGuard guard;
    private final Accounts accounts;
    private final Trace trace;

    Passwords(Credentials credentials, Hashing hashing, PasswordGuard guard, Accounts accounts, Trace trace) {
        this.credentials = credentials;
        this.hashing = hashing;
        this.guard = guard;
        this.accounts = accounts;
        this.trace = trace;
    }

    sealed interface Check {
        record Right(Credentials.Credential credential) implements Check {}

        record Wrong() implements Check {}

        record NotNow(Decision because) implements Check {}
    }

    Check check(Optional<Credentials.Credential> credential, PasswordGuard.Place place, String password) {
        var decision = guard.take(place);
        if (!(decision instanceof Decision.Permitted)) {
            note(credential, place, "signin.password.refused");
            return new Check.NotNow(decision);
        }
        var stored = credential.map(Credentials.Credential::passwordHash).orElse(null);
        var right = hashing.matches(cut(password), stored);
        if (right && credential.isPresent()) {
            guard.clear(place);
            note(credential, place, "signin.password.right");
            return new Check.Right(credential.get());
        }
        note(credential, place, "signin.password.wrong");
        var next = guard.next(place);
        if (next instanceof Decision.Permitted) {
            return new Check.Wrong();
        }
        stopped(credential, place);
        return new Check.NotNow(next);
    }

    Optional<Credentials.Credential> find(byte[] fingerprint, boolean staff) {
        return credentials.of(fingerprint, staff);
    }

    private void stopped(Optional<Credentials.Credential> credential, PasswordGuard.Place place) {
        note(credential, place, "signin.password.stopped");
        credential
                .flatMap(known -> accounts.find(known.account()))
                .ifPresent(account -> trace.mails()
                        .stopped(
                                account,
                                "password",
                                account.id() + "/" + trace.now().toEpochMilli()));
    }

    private void note(Optional<Credentials.Credential> credential, PasswordGuard.Place place, String what) {
        var account = credential.map(known -> known.account().toString()).orElse("none");
        trace.trail().ofNobody(what, place.fingerprint(), Map.of("account", account));
    }

    /** No password is longer than the rules allow; what is longer is wrong without costing more. */
    private static String cut(String password) {
        return password.length() <= 4 * PasswordRules.LONGEST ? password : "";
    }
}
