package fairway.signin;

import fairway.identity.Account;
import fairway.identity.Accounts;
import fairway.identity.EmailAddress;
import fairway.limits.Limits;
import fairway.limits.Patience;
import fairway.signin.Signin.Back;
import fairway.ui.NotFound;
import fairway.ui.Page;
import fairway.ui.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Checks what somebody still has who lost the password, and lets them set a new one. */
@Service
class WayBack implements Signin.GettingBack {
    private final SignIns signIns;
    private final SecretKeeping secrets;
    private final SecretKeeping.Kept kept;
    private final SecretKeeping.Doing doing;
    private final Ends ends;

    WayBack(SignIns signIns, SecretKeeping secrets, SecretKeeping.Kept kept, SecretKeeping.Doing doing, Ends ends) {
        this.signIns = signIns;
        this.secrets = secrets;
        this.kept = kept;
        this.doing = doing;
        this.ends = ends;
    }

    /** What ends or begins with a new password. */
    @Component
    record Ends(Accounts accounts, Authenticators authenticators, Sessions sessions, SigninSettings settings) {}

    @Override
    public Profile profile() {
        return ends.settings().profile();
    }

    @Override
    public Optional<UUID> holder(EmailAddress address) {
        return kept.credentials()
                .of(ends.accounts().fingerprint(address), false)
                .filter(credential ->
                        credential.passwordHash() != null && !credential.mailboxLost() && !credential.joined())
                .map(Credentials.Credential::account);
    }

    @Override
    public boolean hasBackupCode(UUID account) {
        return kept.backupCodes().madeAt(account) != null && kept.backupCodes().lostAt(account) == null;
    }

    @Override
    public List<Problem> answer(Page page, Back back, List<String> answers) {
        var guessed = SecretKeeping.answersOf(back.account());
        var decision = doing.limits().attempt(guessed);
        if (!decision.permitted()) {
            note(back, "signin.answers.refused");
            return Words.because(page, "", decision);
        }
        if (kept.answers().right(back.account(), answers)) {
            doing.limits().succeeded(guessed);
            note(back, "signin.answers.right");
            return List.of();
        }
        note(back, "signin.answers.wrong");
        var next = doing.limits().next(guessed);
        if (next.permitted()) {
            return Words.problem(page, "", "signin.answers.wrong");
        }
        note(back, "signin.answers.stopped");
        tell(back.account(), SecurityNews.What.ANSWERS_STOPPED);
        return Words.because(page, "", next);
    }

    @Override
    public List<Problem> send(Page page, Back back, UUID way) {
        var sending =
                signIns.codes().send(session(back), account(back), way, Challenges.Purpose.RECOVER, page.language());
        return switch (sending) {
            case Codes.Sending.Sent() -> List.of();
            case Codes.Sending.NotNow notNow -> Words.because(page, "code", notNow);
        };
    }

    @Override
    public List<Problem> code(Page page, Back back, UUID way, String typed) {
        if (typed.isBlank()) {
            return Words.problem(page, "code", "signin.code.missing");
        }
        var check = signIns.codes().check(session(back), account(back), way, Challenges.Purpose.RECOVER, typed);
        return Words.wrong(page, "code", check);
    }

    @Override
    public List<Problem> backupCode(Page page, Back back, String typed) {
        var check = kept.backupCodes().use(account(back), back.attempt(), typed);
        note(back, "signin.backup-code." + check.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        if (check instanceof Codes.Check.Right) {
            tell(back.account(), SecurityNews.What.BACKUP_USED);
        }
        return Words.wrong(page, "code", check);
    }

    @Override
    public Optional<String> newBackupCode(Back back) {
        return kept.backupCodes().shown(account(back), back.attempt()).map(BackupCodes::grouped);
    }

    @Override
    public void keptBackupCode(Back back) {
        if (newBackupCode(back).isPresent()) {
            kept.backupCodes().kept(back.account());
        }
    }

    @Override
    public List<Problem> unmet(Page page, UUID account, Secrets.NewPassword wanted) {
        return secrets.problems(page, signIns.account(account), wanted);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void reset(UUID account, String passwordHash) {
        kept.credentials().setPassword(account, passwordHash);
        ends.sessions().endAll(account);
        forgive(signIns.account(account));
        doing.trace().trail().ofSystem(account, "signin.password.reset");
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void beginAnew(HttpServletRequest request, HttpServletResponse response, UUID account, String passwordHash) {
        reset(account, passwordHash);
        var found = signIns.account(account);
        ends.authenticators().of(found).forEach(way -> {
            ends.authenticators().remove(account, way.id());
            doing.trace()
                    .trail()
                    .of(
                            account,
                            false,
                            "signin.way.removed",
                            Map.of("way", way.way().name()));
        });
        kept.backupCodes().forget(account);
        kept.answers().forget(account);
        doing.limits().succeeded(SecretKeeping.answersOf(account));
        kept.credentials().restart(account);
        var proofs = new Session.Proofs(doing.trace().now(), null, null);
        var opening = new Sessions.Opening(account, false, Session.Level.SETUP, proofs, null);
        new Visit(request, response).carry(ends.sessions().open(opening));
    }

    /** Wrong tries at the old password say nothing about the new one. */
    private void forgive(Account account) {
        var about = HexFormat.of().formatHex(ends.accounts().fingerprint(new EmailAddress(account.email())));
        for (var patience : List.of(Patience.PASSWORD, Patience.PASSWORD_ON_KNOWN_DEVICE)) {
            doing.limits().succeeded(new Limits.Guessed(patience, about, false));
        }
    }

    private Account account(Back back) {
        return ends.accounts()
                .find(back.account())
                .filter(account -> !account.closed() && !account.staff())
                .orElseThrow(NotFound::new);
    }

    /** What codes are bound to and the record names, where there is no session: it lets nobody in. */
    private Session session(Back back) {
        var now = doing.trace().now();
        return new Session(
                back.attempt(),
                back.account(),
                false,
                Session.Level.HALF,
                Session.Proofs.NONE,
                new Session.Life(now, now),
                null);
    }

    private void note(Back back, String what) {
        doing.trace().trail().of(back.account(), false, what, Map.of());
    }

    private void tell(UUID account, SecurityNews.What what) {
        doing.trace().mails().news(account, what, doing.trace().now().toEpochMilli());
    }
}
