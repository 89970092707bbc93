package fairway.recovery;

import fairway.identity.Account;
import fairway.identity.Accounts;
import fairway.identity.EmailAddress;
import fairway.identity.Safety;
import fairway.passkeys.Passkeys;
import fairway.passwords.Passwords;
import fairway.signin.CodeWays;
import fairway.signin.SecurityNews;
import fairway.signin.Signin;
import fairway.signin.Way;
import fairway.ui.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What an account could show, what that is worth, and the new password. Hashes are made before a connection is taken. */
@Service
class Returning {
    private final Attempts attempts;
    private final Waiting waiting;
    private final Accounts accounts;
    private final Doors doors;
    private final Ending ending;

    Returning(Attempts attempts, Waiting waiting, Accounts accounts, Doors doors, Ending ending) {
        this.attempts = attempts;
        this.waiting = waiting;
        this.accounts = accounts;
        this.doors = doors;
        this.ending = ending;
    }

    @Component("recoveryDoors")
    record Doors(Signin signin, Passkeys passkeys, Passwords passwords) {}

    @Component("recoveryEnding")
    record Ending(
            ApplicationEventPublisher events,
            InstantSource clock,
            RecoverySettings settings,
            TransactionTemplate transactions) {}

    Set<Proof> has(Attempt attempt) {
        var account = attempt.account();
        var has = EnumSet.of(attempt.via());
        for (var way : doors.signin().ways().of(account)) {
            switch (way.way()) {
                case TEXT -> has.add(Proof.TEXT);
                case APP -> has.add(Proof.APP);
                case EMAIL -> {}
            }
        }
        add(has, Proof.PASSKEY, doors.passkeys().any(account));
        add(has, Proof.BACKUP_CODE, doors.signin().gettingBack().hasBackupCode(account));
        var questions = doors.signin().secrets().standing(account).questions();
        var asks = doors.signin().gettingBack().profile().asksQuestions();
        add(has, Proof.QUESTIONS, asks && !questions.isEmpty() && !onlyLost(has, account));
        return has;
    }

    /** Answers stand in for no factor that was reported as lost: an account with one is not an account without. */
    private boolean onlyLost(Set<Proof> has, UUID account) {
        return has.stream().noneMatch(Ways.FACTORS::contains)
                && (doors.signin().ways().all(account).stream()
                                .anyMatch(way -> way.lostAt() != null && way.way() != Way.EMAIL)
                        || doors.passkeys().of(account).stream().anyMatch(key -> key.lostAt() != null));
    }

    Ways.Outcome outcome(Attempt attempt) {
        return Ways.decide(doors.signin().gettingBack().profile(), has(attempt), attempt.shown());
    }

    boolean open(Attempt attempt) {
        return switch (outcome(attempt)) {
            case Ways.Outcome.Open() -> true;
            case Ways.Outcome.OpenThenFrozen() ->
                accounts.safety().holdOn(attempt.account()).isEmpty();
            case Ways.Outcome.NeedsMore ignored -> false;
            case Ways.Outcome.Never() -> false;
        };
    }

    Account account(UUID id) {
        return accounts.find(id)
                .filter(account -> !account.closed() && !account.staff())
                .orElseThrow(NotFound::new);
    }

    EmailAddress recoveryAddress(UUID account) {
        return accounts.safety().recoveryAddress(account).orElseThrow(NotFound::new);
    }

    /** Ways to codes that prove more than the link did. */
    List<CodeWays.Bound> ways(Attempt attempt) {
        return doors.signin().ways().of(attempt.account()).stream()
                .filter(way -> way.way() != Way.EMAIL)
                .toList();
    }

    CodeWays.Bound way(Attempt attempt, String id) {
        return ways(attempt).stream()
                .filter(way -> way.id().toString().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** False if the attempt is over or was not enough; otherwise the password is the new one and nobody is signed in. */
    boolean reset(Attempt attempt, String password) {
        var hash = doors.passwords().hash(password);
        return Boolean.TRUE.equals(ending.transactions().execute(state -> store(attempt, hash)));
    }

    /** False if the link was used; otherwise this browser sets the ways into the same account up again. */
    boolean finish(HttpServletRequest request, HttpServletResponse response, Hold hold, String password) {
        var hash = doors.passwords().hash(password);
        return Boolean.TRUE.equals(ending.transactions().execute(state -> {
            var safety = accounts.safety();
            safety.lock(hold.account());
            if (!waiting.finish(hold)) {
                return false;
            }
            tell(hold.account(), SecurityNews.What.RECOVERED);
            move(hold);
            doors.passkeys().removeAll(hold.account());
            doors.signin().gettingBack().beginAnew(request, response, hold.account(), hash);
            freeze(hold.account());
            attempts.endAll(hold.account());
            return true;
        }));
    }

    private boolean store(Attempt attempt, String hash) {
        var account = attempt.account();
        accounts.safety().lock(account);
        var outcome = outcome(attempt);
        if (!open(attempt) || !attempts.end(attempt.id())) {
            return false;
        }
        tell(account, SecurityNews.What.PASSWORD_RESET);
        doors.signin().gettingBack().reset(account, hash);
        if (outcome instanceof Ways.Outcome.Open) {
            waiting.cancelAll(account);
        } else {
            freeze(account);
        }
        attempts.endAll(account);
        return true;
    }

    /** The address that was proven is the sign-in address now, unless another account signs in with it. */
    private void move(Hold hold) {
        var safety = accounts.safety();
        if (!account(hold.account()).email().equals(hold.address().value())
                && safety.move(hold.account(), hold.address())
                && safety.recoveryAddress(hold.account())
                        .filter(hold.address()::equals)
                        .isPresent()) {
            safety.recoverAt(hold.account(), null);
        }
    }

    private void freeze(UUID account) {
        var until = ending.clock().instant().plus(ending.settings().frozenFor());
        accounts.safety().hold(account, until, Safety.Reason.RECOVERED);
    }

    private void tell(UUID account, SecurityNews.What what) {
        var cause = String.valueOf(ending.clock().instant().toEpochMilli());
        ending.events().publishEvent(new SecurityNews(account, what, cause));
    }

    private static void add(Set<Proof> has, Proof proof, boolean there) {
        if (there) {
            has.add(proof);
        }
    }
}
