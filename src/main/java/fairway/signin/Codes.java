package fairway.signin;

import fairway.identity.Account;
import fairway.limits.Decision;
import fairway.limits.Limits;
import fairway.limits.Patience;
import fairway.limits.Place;
import fairway.limits.Rate;
import fairway.ui.NotFound;
import fairway.ui.Page;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One-time codes: sends them and says whether a typed one is right. */
@Service
class Codes {
    /** So many wrong tries before a right one are worth telling. */
    static final int MANY = 5;

    private final Authenticators authenticators;
    private final Challenges challenges;
    private final Limits limits;
    private final Trace trace;

    Codes(Authenticators authenticators, Challenges challenges, Limits limits, Trace trace) {
        this.authenticators = authenticators;
        this.challenges = challenges;
        this.limits = limits;
        this.trace = trace;
    }

    sealed interface Sending {
        record Sent() implements Sending {}

        /** {@code soon}: because codes were sent a short time ago, not because of wrong ones. */
        record NotNow(Decision because, boolean soon) implements Sending {}
    }

    sealed interface Check {
        record Right() implements Check {}

        record Wrong() implements Check {}

        /** No code is waiting: used, expired, or guessed at too often. */
        record NoCode() implements Check {}

        record NotNow(Decision because) implements Check {}
    }

    /** To one of their own ways, for somebody who has shown the password or a link. */
    @Transactional
    public Sending send(Session session, Account account, UUID way, Challenges.Purpose purpose, Locale language) {
        var rate = purpose == Challenges.Purpose.RECOVER ? Rate.CODES_TO_COME_BACK : Rate.CODES;
        return send(session, account, way, new Asking(purpose, language, to -> own(rate, to)));
    }

    /** To a way that is not proven yet: as far as we know the phone is somebody else's. */
    @Transactional
    public Sending setUp(Session session, Account account, UUID way, Page page) {
        var from = Place.of(page.client());
        return send(
                session,
                account,
                way,
                new Asking(
                        Challenges.Purpose.SETUP,
                        page.language(),
                        to -> to.way() == Way.TEXT ? limits.takeForNewPhone(to.address(), from) : own(Rate.CODES, to)));
    }

    private record Asking(Challenges.Purpose purpose, Locale language, Function<Authenticator, Decision> often) {}

    private Sending send(Session session, Account account, UUID way, Asking asking) {
        var all = authenticators.of(account);
        var to = one(all, way);
        var decision = decide(to, all);
        var soon = decision.permitted();
        if (decision.permitted() && to.way() != Way.APP) {
            decision = asking.often().apply(to);
        }
        if (!decision.permitted()) {
            trace.trail()
                    .of(session, "signin.code.not-sent", Map.of("way", to.way().name()));
            return new Sending.NotNow(decision, soon);
        }
        if (to.way() != Way.APP) {
            var challenge = challenges.open(new Challenges.Bond(session.id(), asking.purpose(), to));
            trace.mails().code(to, challenges.code(challenge), challenge.id(), asking.language());
        }
        trace.trail()
                .of(
                        session,
                        "signin.code.sent",
                        Map.of(
                                "way",
                                to.way().name(),
                                "purpose",
                                asking.purpose().name()));
        return new Sending.Sent();
    }

    private Decision own(Rate rate, Authenticator to) {
        var decision = limits.take(rate, to.way() + to.address());
        return decision.permitted() && to.way() == Way.TEXT ? limits.take(Rate.TEXTS, "all") : decision;
    }

    @Transactional
    public Check check(Session session, Account account, UUID way, Challenges.Purpose purpose, String typed) {
        var all = authenticators.lock(account);
        var to = one(all, way);
        var decision = decide(to, all);
        if (!decision.permitted()) {
            trace.trail()
                    .of(session, "signin.code.refused", Map.of("way", to.way().name()));
            return new Check.NotNow(decision);
        }
        var digits = typed.replaceAll("[\\s\\p{Z}\\p{Cf}\\p{Pd}]", "");
        var check = to.way() == Way.APP
                ? fromApp(account, to, digits)
                : sent(new Challenges.Bond(session.id(), purpose, to), digits);
        switch (check) {
            case Check.Right() -> succeeded(account, to);
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

    /** Whether this way may be tried: it waits for itself, and too many failures over all ways close them all. */
    Decision decide(Authenticator to, List<Authenticator> all) {
        return limits.decide(
                Patience.CODE,
                to.failed(),
                all.stream().map(Authenticator::failed).toList());
    }

    private static Authenticator one(List<Authenticator> all, UUID way) {
        return all.stream()
                .filter(each -> each.id().equals(way) && each.marks().lostAt() == null)
                .findFirst()
                .orElseThrow(NotFound::new);
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

    private void succeeded(Account account, Authenticator to) {
        authenticators.succeed(to.id());
        if (to.failed().failures() >= MANY) {
            trace.mails()
                    .news(
                            account.id(),
                            SecurityNews.What.AFTER_FAILURES,
                            trace.now().toEpochMilli());
        }
    }

    private void failed(Session session, Account account, Authenticator to) {
        int failures = authenticators.fail(to.id());
        var all = authenticators.of(account);
        var next = decide(one(all, to.id()), all);
        if (!next.permitted()) {
            trace.mails()
                    .news(
                            account.id(),
                            SecurityNews.What.CODE_STOPPED,
                            to.id() + "/" + failures + "/" + trace.now().toEpochMilli());
            trace.trail()
                    .of(session, "signin.code.stopped", Map.of("way", to.way().name()));
        }
    }
}
