package fairway.signin;

import fairway.identity.Account;
import fairway.identity.Accounts;
import fairway.identity.EmailAddress;
import fairway.ui.NotFound;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signing in, from the address and password to the moment a code is on its way. */
@Service
class SignIns {
    /** Says to whoever knows the password that the account is part of another one. */
    private static final String JOINED = "/sign-in/joined";

    private final Accounts accounts;
    private final PasswordGate gate;
    private final Devices devices;
    private final Codes codes;
    private final Entry entry;

    SignIns(Accounts accounts, PasswordGate gate, Devices devices, Codes codes, Entry entry) {
        this.accounts = accounts;
        this.gate = gate;
        this.devices = devices;
        this.codes = codes;
        this.entry = entry;
    }

    record Typed(String email, String password, @Nullable String returnTo) {}

    /** What became of a password, and the page that comes next when it was right. */
    record Answer(PasswordGate.Check check, String next) {}

    Answer password(Visit visit, Typed typed, Locale language) {
        var email = EmailAddress.read(typed.email()).orElseGet(() -> new EmailAddress("@" + shortened(typed.email())));
        var fingerprint = accounts.fingerprint(email);
        var credential = gate.find(fingerprint, visit.staff());
        var door = devices.door(
                fingerprint, visit.staff(), credential.map(Credentials.Credential::account), visit.device());
        var check = gate.check(credential, door, typed.password());
        if (check instanceof PasswordGate.Check.Right(var known)) {
            return new Answer(
                    check,
                    known.joined() ? JOINED : begun(visit, account(known.account()), typed.returnTo(), language));
        }
        return new Answer(check, "");
    }

    /** Tells owners that somebody knew their password and went no further. */
    @Transactional
    public void tellOfHalf() {
        entry.tellOfHalf();
    }

    /** Sends the first code; a browser that has not given the password is sent nothing. */
    private String begun(Visit visit, Account account, @Nullable String returnTo, Locale language) {
        var session = entry.afterPassword(visit, account, returnTo);
        if (session.level() == Session.Level.SETUP) {
            return "/sign-up/next";
        }
        var first = way(account, null);
        if (first.isEmpty()) {
            return visit.path("/sign-in/ways");
        }
        var sending = codes.send(session, account, first.get().id(), Challenges.Purpose.SIGN_IN, language);
        return switch (sending) {
            case Codes.Sending.Sent() -> visit.path("/sign-in/code");
            case Codes.Sending.NotNow ignored -> visit.path("/sign-in/code?late");
        };
    }

    /** Proves the password of somebody who is signed in once more. */
    PasswordGate.Check passwordAgain(Visit visit, Session session, String password) {
        var account = account(session.account());
        var fingerprint = accounts.fingerprint(new EmailAddress(account.email()));
        var credential = gate.find(fingerprint, account.staff());
        var door = devices.door(fingerprint, account.staff(), Optional.of(account.id()), visit.device());
        return gate.check(credential, door, password);
    }

    /** Nobody else changes how this account is opened until the transaction ends; refused if that is stopped. */
    void alone(UUID account) {
        accounts.safety().lock(account);
        if (accounts.safety().holdOn(account).isPresent() || account(account).closed()) {
            throw new NotFound();
        }
    }

    /** The account signs in with the address it has now. */
    void moved(Account account) {
        gate.moved(account.id(), accounts.fingerprint(new EmailAddress(account.email())));
    }

    Account account(UUID id) {
        return accounts.find(id).orElseThrow(NotFound::new);
    }

    List<Authenticator> ways(Account account) {
        return entry.ways(account);
    }

    /**
     * The way asked for, or the first in our order that is not waiting after too many failures; empty where all that is left
     * is a passkey or the backup code.
     */
    Optional<Authenticator> way(Account account, @Nullable String wanted) {
        var ways = ways(account);
        return ways.stream()
                .filter(way -> way.id().toString().equals(wanted))
                .findFirst()
                .or(() -> ways.stream()
                        .filter(way -> codes.decide(way, ways).permitted())
                        .findFirst())
                .or(() -> ways.stream().findFirst());
    }

    Codes codes() {
        return codes;
    }

    Entry entry() {
        return entry;
    }

    private static String shortened(String typed) {
        return typed.substring(0, Math.min(typed.length(), 254));
    }
}
