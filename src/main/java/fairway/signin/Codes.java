package fairway.signin;

import fairway.identity.Account;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One-time codes: sends them and says whether a typed one is right. */
@Service
class Codes {
    private final Authenticators authenticators;
    private final Challenges challenges;
    private final Tallies tallies;
    private final Trace trace;

    Codes(Authenticators authenticators, Challenges challenges, Tallies tallies, Trace trace) {
        this.authenticators = authenticators;
        this.challenges = challenges;
        this.tallies = tallies;
        this.trace = trace;
    }

    sealed interface Sending {
        record Sent() implements Sending {}

        record NotNow(Decision because) implements Sending {}
    }

    sealed interface Check {
        record Right() implements Check {}

        record Wrong() implements Check {}

        /** No code is waiting: used, expired, or guessed at too often. */
        record NoCode() implements Check {}

        record NotNow(Decision because) implements Check {}
    }

    @Transactional
    public Sending send(Session session, Account account, UUID way, Challenges.Purpose purpose, Locale language) {
        var to = authenticators.find(account, way).orElseThrow(fairway.ui.NotFound::new);
        var decision = Patience.CODE.decide(to.failed(), trace.now());
        if (decision instanceof Decision.Permitted && to.way() != Way.APP) {
            decision = tallies.take(Rate.CODES, to.way() + to.address());
        }
        if (!(decision instanceof Decision.Permitted)) {
            trace.trail()
                    .of(session, "signin.code.not-sent", Map.of("way", to.way().name()));
            return new Sending.NotNow(decision);
        }
        if (to.way() != Way.APP) {
            var challenge = challenges.open(new Challenges.Bond(session.id(), purpose, to));
            trace.mails().code(to, challenges.code(challenge), challenge.id(), language);
        }
        trace.trail().of(session, "signin.code.sent", Map.of("way", to.way().name(), "purpose", purpose.name()));
        return new Sending.Sent();
    }

    @Transactional
    public Check check(Session session, Account account, UUID way, Challenges.Purpose purpose, String typed) {
        var to = authenticators.lock(account, way).orElseThrow(fairway.ui.NotFound::new);
        var decision = Patience.CODE.decide(to.failed(), trace.now());
        if (!(decision instanceof Decision.Permitted)) {
            trace.trail()
                    .of(session, "signin.code.refused", Map.of("way", to.way().name()));
            return new Check.NotNow(decision);
        }
        var digits = typed.replaceAll("[\\s-]", "");
        var check = to.way() == Way.APP
                ? fromApp(account, to, digits)
                : sent(new Challenges.Bond(session.id(), purpose, to), digits);
        switch (check) {
            case Check.Right() -> authenticators.succeed(to.id());
            case Check.Wrong() -> failed(session, account, to);
            case Check.NoCode() -> {}
            case Check.NotNow ignored -> {}
        }
        trace.trail()
                .of(
                        session,
                        "signin.code." + check.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                        Map.of("way", to.way().name(), "purpose", purpose.name()));
        return check;
    }

    private Check fromApp(Account account, Authenticator app, String digits) {
        var step = Totp.stepOf(authenticators.secret(account, app.id()), digits, trace.now());
        return step.isPresent() && authenticators.takeStep(app.id(), step.getAsLong())
                ? new Check.Right()
                : new Check.Wrong();
    }

    private Check sent(Challenges.Bond bond, String digits) {
        var challenge = challenges.find(bond);
        if (challenge.isEmpty()) {
            return new Check.NoCode();
        }
        if (challenges.right(challenge.get(), digits)) {
            return challenges.consume(challenge.get()) ? new Check.Right() : new Check.NoCode();
        }
        challenges.miss(challenge.get());
        return new Check.Wrong();
    }

    private void failed(Session session, Account account, Authenticator to) {
        int failures = authenticators.fail(to.id());
        var next = Patience.CODE.decide(new Patience.Count(failures, trace.now()), trace.now());
        if (!(next instanceof Decision.Permitted)) {
            trace.mails().stopped(account, "code", to.id() + "/" + failures);
            trace.trail()
                    .of(session, "signin.code.stopped", Map.of("way", to.way().name()));
        }
    }
}
