package fairway.signin;

import fairway.identity.Account;
import fairway.identity.EmailAddress;
import fairway.limits.Limits;
import fairway.limits.Patience;
import fairway.passwords.Passwords;
import fairway.ui.NotFound;
import fairway.ui.Page;
import fairway.ui.Problem;
import fairway.ui.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes what people know or keep. Hashes are made first, so that no connection waits for them. */
@Service
class SecretKeeping implements Secrets {
    private final SignIns signIns;
    private final Enrolment enrolment;
    private final Sessions sessions;
    private final Kept kept;
    private final Doing doing;

    SecretKeeping(SignIns signIns, Enrolment enrolment, Sessions sessions, Kept kept, Doing doing) {
        this.signIns = signIns;
        this.enrolment = enrolment;
        this.sessions = sessions;
        this.kept = kept;
        this.doing = doing;
    }

    /** Where it lies. */
    @Component
    record Kept(Credentials credentials, BackupCodes backupCodes, ResetAnswers answers) {}

    @Component
    record Doing(Passwords passwords, Trace trace, TransactionTemplate transactions, Limits limits) {}

    @Override
    public Standing standing(UUID account) {
        var chosen = kept.answers().chosen(account);
        return new Standing(
                kept.credentials().passwordAt(account),
                kept.backupCodes().madeAt(account),
                chosen.isEmpty() ? null : chosen.getFirst().at(),
                chosen.stream().map(ResetAnswers.Chosen::question).toList(),
                kept.backupCodes().lostAt(account));
    }

    @Override
    public List<Problem> changePassword(
            Page page, HttpServletRequest request, HttpServletResponse response, NewPassword wanted) {
        var visit = new Visit(request, response);
        var session = visit.session(Session.Level.FULL).orElseThrow(NotFound::new);
        if (wanted.current().isEmpty()) {
            return Words.problem(page, "current_password", "signin.password.missing");
        }
        return switch (signIns.passwordAgain(visit, session, wanted.current())) {
            case PasswordGate.Check.Wrong() -> Words.problem(page, "current_password", "signin.again.wrong");
            case PasswordGate.Check.NotNow(var because) -> Words.because(page, "current_password", because);
            case PasswordGate.Check.Right ignored -> {
                var account = signIns.account(session.account());
                var problems = problems(page, account, wanted);
                if (problems.isEmpty()) {
                    var hash = doing.passwords().hash(wanted.fresh());
                    doing.transactions().executeWithoutResult(state -> {
                        signIns.alone(account.id());
                        store(account, session, hash);
                        var proofs = new Session.Proofs(
                                doing.trace().now(),
                                session.proofs().codeAt(),
                                session.proofs().codeBy());
                        signIns.entry().proven(visit, session, proofs);
                    });
                }
                yield problems;
            }
        };
    }

    @Override
    public void distrust(UUID account) {
        kept.credentials().distrust(account);
    }

    @Override
    public boolean owesPassword(HttpServletRequest request) {
        return request.getAttribute(Session.ATTRIBUTE) instanceof Session session
                && session.level() == Session.Level.OWING;
    }

    @Override
    public List<Problem> renewPassword(
            Page page, HttpServletRequest request, HttpServletResponse response, NewPassword wanted) {
        var visit = new Visit(request, response);
        var session = visit.session(Session.Level.OWING).orElseThrow(NotFound::new);
        var account = signIns.account(session.account());
        var problems = problems(page, account, wanted);
        if (problems.isEmpty()) {
            var hash = doing.passwords().hash(wanted.fresh());
            doing.transactions().executeWithoutResult(state -> {
                store(account, session, hash);
                signIns.entry().afterRenewal(visit, session, account);
            });
        }
        return problems;
    }

    @Override
    public void newBackupCode(Page page) {
        var visitor = visitor(page);
        kept.backupCodes().make(signIns.account(visitor.account()), visitor.session());
        doing.transactions().executeWithoutResult(state -> {
            signIns.alone(visitor.account());
            changed(visitor, "signin.backup-code.renewed", SecurityNews.What.BACKUP_RENEWED);
        });
    }

    @Override
    public Optional<String> shownBackupCode(Page page) {
        var visitor = visitor(page);
        return kept.backupCodes()
                .shown(signIns.account(visitor.account()), visitor.session())
                .map(BackupCodes::grouped);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void loseBackupCode(UUID account, boolean lost) {
        signIns.alone(account);
        kept.backupCodes().lose(account, lost);
    }

    @Override
    public void keptBackupCode(Page page) {
        if (shownBackupCode(page).isPresent()) {
            kept.backupCodes().kept(visitor(page).account());
        }
    }

    @Override
    public List<String> catalogue() {
        return Questions.CATALOGUE;
    }

    @Override
    public int howManyQuestions() {
        return Questions.HOW_MANY;
    }

    @Override
    public List<Problem> changeQuestions(Page page, List<String> questions, List<String> answers) {
        var visitor = visitor(page);
        var pairs = new ArrayList<Questions.Pair>();
        for (int i = 0; i < questions.size(); i++) {
            pairs.add(new Questions.Pair(questions.get(i), answers.get(i)));
        }
        var problems = QuestionPages.problems(page, signIns.account(visitor.account()), pairs);
        if (problems.isEmpty()) {
            kept.answers().replace(visitor.account(), pairs, () -> {
                signIns.alone(visitor.account());
                doing.limits().succeeded(answersOf(visitor.account()));
                changed(visitor, "signin.questions.changed", SecurityNews.What.QUESTIONS_CHANGED);
            });
        }
        return problems;
    }

    /** The five answers of one account are guessed at as one secret. */
    static Limits.Guessed answersOf(UUID account) {
        return new Limits.Guessed(Patience.ANSWERS, account.toString(), false);
    }

    List<Problem> problems(Page page, Account account, NewPassword wanted) {
        var problems = new ArrayList<Problem>();
        for (var unmet : enrolment.unmet(wanted.fresh(), new EmailAddress(account.email()), page.agency())) {
            problems.add(new Problem(
                    "password", page.text("signin.password." + unmet.name().toLowerCase(Locale.ROOT))));
        }
        var old = kept.credentials()
                .find(account.id())
                .map(Credentials.Credential::passwordHash)
                .orElse(null);
        if (problems.isEmpty() && doing.passwords().matches(wanted.fresh(), old)) {
            problems.add(new Problem("password", page.text("signin.password.same")));
        }
        if (problems.isEmpty() && !wanted.fresh().equals(wanted.again())) {
            problems.add(new Problem("again_password", page.text("signin.password.differs")));
        }
        return problems;
    }

    private void store(Account account, Session session, String hash) {
        kept.credentials().setPassword(account.id(), hash);
        sessions.endOthers(account.id(), session.id());
        doing.trace().trail().of(session, "signin.password.changed", Map.of());
        doing.trace()
                .mails()
                .news(
                        account.id(),
                        SecurityNews.What.PASSWORD_CHANGED,
                        doing.trace().now().toEpochMilli());
    }

    private void changed(Visitor visitor, String what, SecurityNews.What news) {
        sessions.endOthers(visitor.account(), visitor.session());
        doing.trace().trail().of(visitor.account(), visitor.staff(), what, Map.of());
        doing.trace().mails().news(visitor.account(), news, doing.trace().now().toEpochMilli());
    }

    private static Visitor visitor(Page page) {
        return page.visitor().orElseThrow(NotFound::new);
    }
}
