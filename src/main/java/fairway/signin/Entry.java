package fairway.signin;

import fairway.identity.Account;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets people in, one proof at a time; each proof gives the session a new cookie. */
@Service
class Entry {
    private static final Duration HALF_FOR = Duration.ofMinutes(5);

    private final Sessions sessions;
    private final Credentials credentials;
    private final Authenticators authenticators;
    private final Devices devices;
    private final Trace trace;

    Entry(Sessions sessions, Credentials credentials, Authenticators authenticators, Devices devices, Trace trace) {
        this.sessions = sessions;
        this.credentials = credentials;
        this.authenticators = authenticators;
        this.devices = devices;
        this.trace = trace;
    }

    /** The password was right: the code is owed, unless nothing that makes codes is set up yet. */
    Session afterPassword(Visit visit, Account account, @Nullable String returnTo) {
        var bare = authenticators.usable(account).isEmpty() && credentials.stageOf(account.id()) != Stage.DONE;
        var level = bare ? Session.Level.SETUP : Session.Level.HALF;
        var proofs = new Session.Proofs(trace.now(), null, null);
        var token = sessions.open(new Sessions.Opening(account.id(), account.staff(), level, proofs, returnTo));
        visit.carry(token);
        var session = sessions.find(token, account.staff()).orElseThrow();
        visit.device().ifPresent(device -> devices.on(session.id(), account, device, visit));
        return session;
    }

    /** The address was confirmed by the link: the set-up goes on in this browser and ends in every other. */
    @Transactional
    public void afterLink(Visit visit, Account account) {
        sessions.endAll(account.id());
        visit.carry(sessions.open(
                new Sessions.Opening(account.id(), false, Session.Level.SETUP, Session.Proofs.NONE, null)));
    }

    /** The code was right. An account whose set-up is not finished goes on with that. */
    @Transactional
    public void afterCode(Visit visit, Session session, Account account, String codeBy) {
        var done = credentials.stageOf(account.id()) == Stage.DONE;
        var proofs = new Session.Proofs(session.proofs().passwordAt(), trace.now(), codeBy);
        var owing = done && credentials.owesPassword(account.id());
        var level = owing ? Session.Level.OWING : done ? Session.Level.FULL : Session.Level.SETUP;
        visit.carry(sessions.raise(session.id(), level, proofs));
        if (level == Session.Level.FULL) {
            arrived(visit, session, account);
        }
    }

    /** The link of an invitation stood for the code, and the password was chosen just now. */
    @Transactional
    public void afterInvitation(Visit visit, Account account) {
        var now = trace.now();
        var proofs = new Session.Proofs(now, now, Session.Proofs.INVITATION);
        var token = sessions.open(new Sessions.Opening(account.id(), true, Session.Level.FULL, proofs, null));
        visit.carry(token);
        arrived(visit, sessions.find(token, true).orElseThrow(), account);
    }

    /** A passkey said who it is, at sign-in, as the second proof or as a fresh one; false if this account may not enter here. */
    @Transactional
    public boolean afterKey(Visit visit, Account account, @Nullable String returnTo) {
        if (account.staff() != visit.staff() || credentials.stageOf(account.id()) != Stage.DONE) {
            return false;
        }
        var own = visit.session().filter(session -> session.account().equals(account.id()));
        var proofs = new Session.Proofs(
                own.map(session -> session.proofs().passwordAt()).orElse(null), trace.now(), Session.Proofs.PASSKEY);
        if (own.isPresent() && own.get().full()) {
            proven(visit, own.get(), proofs);
            return true;
        }
        var level = credentials.owesPassword(account.id()) ? Session.Level.OWING : Session.Level.FULL;
        var token = own.isPresent()
                ? sessions.raise(own.get().id(), level, proofs)
                : sessions.open(new Sessions.Opening(account.id(), account.staff(), level, proofs, returnTo));
        visit.carry(token);
        if (level == Session.Level.FULL) {
            arrived(visit, sessions.find(token, account.staff()).orElseThrow(), account);
        }
        return true;
    }

    /** The last step of the set-up is done: this browser is signed in. */
    @Transactional
    public void afterSetup(Visit visit, Session session, Account account) {
        var now = trace.now();
        var proofs = session.proofs();
        visit.carry(sessions.raise(
                session.id(),
                Session.Level.FULL,
                new Session.Proofs(or(proofs.passwordAt(), now), or(proofs.codeAt(), now), proofs.codeBy())));
        arrived(visit, session, account);
    }

    /** A new password was owed and is chosen now: this browser is signed in. */
    @Transactional
    public void afterRenewal(Visit visit, Session session, Account account) {
        var proofs = new Session.Proofs(
                trace.now(), session.proofs().codeAt(), session.proofs().codeBy());
        visit.carry(sessions.raise(session.id(), Session.Level.FULL, proofs));
        arrived(visit, session, account);
    }

    /** The password was right and a code was not: at once worth telling from a strange browser, elsewhere after three. */
    void missed(Visit visit, Session session, Account account, UUID way) {
        var known = visit.device()
                .filter(device -> devices.known(account.id(), device))
                .isPresent();
        int failures = authenticators
                .find(account, way)
                .map(tried -> tried.failed().failures())
                .orElse(0);
        if (!known || failures >= 3) {
            trace.mails().news(account.id(), SecurityNews.What.CODE_MISSED, session.id());
        }
    }

    /** Something was proven again; the session stays what it is under a new cookie. */
    void proven(Visit visit, Session session, Session.Proofs proofs) {
        visit.carry(sessions.raise(session.id(), session.level(), proofs));
    }

    /** Tells owners, once a day at most, that somebody knew their password and went no further. */
    void tellOfHalf() {
        var day = trace.now().truncatedTo(ChronoUnit.DAYS);
        sessions.leftHalf(HALF_FOR)
                .forEach(account -> trace.mails().news(account, SecurityNews.What.LEFT_HALF, day.getEpochSecond()));
    }

    void leave(Visit visit) {
        visit.session().ifPresent(session -> {
            sessions.end(session.id());
            trace.trail().of(session, "signin.signed-out", Map.of());
        });
        visit.drop();
    }

    private void arrived(Visit visit, Session session, Account account) {
        var agent = LiveSessions.Agent.read(visit.request().getHeader("User-Agent"));
        trace.trail().of(session, "signin.signed-in", agent.facts());
        if (sessions.endBeyondLimit(account.id()) > 0) {
            trace.trail().of(session, "signin.oldest-session-ended", Map.of());
            trace.mails().news(account.id(), SecurityNews.What.OLDEST_ENDED, session.id());
        }
        var device = visit.device().orElseGet(devices::fresh);
        if (devices.any(account.id()) && !devices.known(account.id(), device)) {
            trace.mails().news(account.id(), SecurityNews.What.NEW_BROWSER, session.id());
        }
        devices.seen(account.id(), device, agent);
        devices.on(session.id(), account, device, visit);
        Cookies.DEVICE.set(visit.response(), device.value());
    }

    List<Authenticator> ways(Account account) {
        return authenticators.usable(account);
    }

    private static Instant or(@Nullable Instant known, Instant otherwise) {
        return known == null ? otherwise : known;
    }
}
