package fairway.signin;

import fairway.limits.Decision;
import fairway.limits.Limits;
import fairway.passwords.Passwords;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Says whether a password is right; does the same work and answers alike where there is no such account. */
@Service
class PasswordGate {
    private final Credentials credentials;
    private final Passwords passwords;
    private final Limits limits;
    private final Trace trace;

    PasswordGate(Credentials credentials, Passwords passwords, Limits limits, Trace trace) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.limits = limits;
        this.trace = trace;
    }

    sealed interface Check {
        record Right(Credentials.Credential credential) implements Check {}

        record Wrong() implements Check {}

        record NotNow(Decision because) implements Check {}
    }

    /** Whose password, tried from which kind of browser. */
    @SuppressWarnings("ArrayRecordComponent")
    record Door(byte[] fingerprint, Limits.Guessed guessed) {}

    Check check(Optional<Credentials.Credential> credential, Door door, String typed) {
        var decision = limits.attempt(door.guessed());
        if (!decision.permitted()) {
            note(credential, door, "signin.password.refused");
            return new Check.NotNow(decision);
        }
        var stored = credential.map(Credentials.Credential::passwordHash).orElse(null);
        var right = passwords.matches(typed, stored);
        if (right && credential.isPresent()) {
            if (limits.failures(door.guessed()) > Codes.MANY) {
                trace.mails()
                        .news(
                                credential.get().account(),
                                SecurityNews.What.AFTER_FAILURES,
                                trace.now().toEpochMilli());
            }
            limits.succeeded(door.guessed());
            renew(credential.get(), typed);
            note(credential, door, "signin.password.right");
            return new Check.Right(credential.get());
        }
        note(credential, door, "signin.password.wrong");
        var next = limits.next(door.guessed());
        if (next.permitted()) {
            return new Check.Wrong();
        }
        stopped(credential, door);
        return new Check.NotNow(next);
    }

    Optional<Credentials.Credential> find(byte[] fingerprint, boolean staff) {
        return credentials.of(fingerprint, staff);
    }

    void moved(UUID account, byte[] fingerprint) {
        credentials.moveTo(account, fingerprint);
    }

    /** What was kept under older costs or an older key is made anew while we know the password. */
    private void renew(Credentials.Credential credential, String typed) {
        var kept = credential.passwordHash();
        if (kept != null && passwords.outdated(kept)) {
            credentials.renew(credential.account(), kept, passwords.hash(typed));
            trace.trail().ofSystem(credential.account(), "signin.password.hashed-anew");
        }
    }

    private void stopped(Optional<Credentials.Credential> credential, Door door) {
        note(credential, door, "signin.password.stopped");
        credential.ifPresent(known -> trace.mails()
                .news(
                        known.account(),
                        SecurityNews.What.PASSWORD_STOPPED,
                        trace.now().toEpochMilli()));
    }

    private void note(Optional<Credentials.Credential> credential, Door door, String what) {
        var account = credential
                .map(Credentials.Credential::account)
                .map(UUID::toString)
                .orElse("none");
        trace.trail().ofNobody(what, door.fingerprint(), Map.of("account", account));
    }
}
