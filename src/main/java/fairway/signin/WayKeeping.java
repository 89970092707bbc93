package fairway.signin;

import fairway.identity.Account;
import fairway.identity.Accounts;
import fairway.identity.Phone;
import fairway.identity.Safety;
import fairway.ui.NotFound;
import fairway.ui.Page;
import fairway.ui.Problem;
import fairway.ui.Visitor;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adds, proves, names, orders and removes ways to codes. Never the last one. */
@Service
class WayKeeping implements CodeWays {
    private static final int LONGEST_NAME = 40;

    private final Authenticators authenticators;
    private final SignIns signIns;
    private final Sessions sessions;
    private final Accounts accounts;
    private final Means means;

    WayKeeping(Authenticators authenticators, SignIns signIns, Sessions sessions, Accounts accounts, Means means) {
        this.authenticators = authenticators;
        this.signIns = signIns;
        this.sessions = sessions;
        this.accounts = accounts;
        this.means = means;
    }

    @Component
    record Means(SecureRandom random, Trace trace, SigninSettings settings) {}

    @Override
    public List<Bound> of(UUID account) {
        return authenticators.usable(signIns.account(account)).stream()
                .map(WayKeeping::bound)
                .toList();
    }

    @Override
    public List<Bound> all(UUID account) {
        return authenticators.confirmed(signIns.account(account)).stream()
                .map(WayKeeping::bound)
                .toList();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void lose(UUID account, UUID way, boolean lost) {
        var found = signIns.account(account);
        signIns.alone(account);
        authenticators.lose(
                account, proven(authenticators.confirmed(found), way).id(), lost);
    }

    @Override
    public boolean provenSince(Page page, Instant moment) {
        var provenAt = session(page).proofs().codeAt();
        return provenAt != null && provenAt.isAfter(moment);
    }

    @Override
    public boolean lost(UUID account, String address) {
        var there = authenticators.confirmed(signIns.account(account)).stream()
                .filter(way -> way.address().equals(address))
                .toList();
        return !there.isEmpty() && there.stream().noneMatch(Authenticator::usable);
    }

    @Override
    public List<String> phones(UUID account) {
        return authenticators.usable(signIns.account(account)).stream()
                .filter(way -> way.way() == Way.TEXT)
                .map(Authenticator::address)
                .distinct()
                .toList();
    }

    @Override
    public Optional<Bound> unproven(UUID account, UUID way) {
        return authenticators
                .find(signIns.account(account), way)
                .filter(found -> !found.confirmed())
                .map(WayKeeping::bound);
    }

    @Override
    public AppKey key(Page page, UUID way) {
        var account = account(page);
        var secret = authenticators.secret(account, open(account, way).id());
        var uri = Totp.uri(secret, "Fairway " + page.agency(), account.email());
        var picture = Totp.Picture.of(uri);
        return new AppKey(picture.path(), picture.size(), Totp.typed(secret), uri);
    }

    @Override
    @Transactional
    public Beginning begin(Page page, Wanted wanted) {
        var account = account(page);
        signIns.alone(account.id());
        var phone = Phone.read(wanted.phone());
        var problems = problems(page, authenticators.confirmed(account), wanted, phone);
        var way = wanted.way();
        if (!problems.isEmpty() || way == null) {
            return new Beginning.Refused(problems);
        }
        authenticators.removeUnconfirmed(account.id());
        var id = switch (way) {
            case TEXT -> authenticators.add(account, way, phone.orElseThrow().e164(), new byte[0]);
            case APP -> authenticators.add(account, way, "", Totp.newSecret(means.random()));
            case EMAIL -> authenticators.add(account, way, account.email(), new byte[0]);
        };
        if (way == Way.APP) {
            authenticators.name(account, id, name(wanted.name()));
            return new Beginning.Begun(id);
        }
        var late = send(page, account, id, way == Way.TEXT ? "phone" : "way");
        return late.isEmpty() ? new Beginning.Begun(id) : new Beginning.Refused(late);
    }

    @Override
    public List<Problem> send(Page page, UUID way) {
        var account = account(page);
        return send(page, account, open(account, way).id(), "code");
    }

    @Override
    @Transactional
    public List<Problem> prove(Page page, UUID way, String code) {
        var account = account(page);
        signIns.alone(account.id());
        var found = open(account, way);
        if (code.isBlank()) {
            return Words.problem(page, "code", "signin.code.missing");
        }
        var check = signIns.codes().check(session(page), account, way, Challenges.Purpose.SETUP, code);
        if (check instanceof Codes.Check.Right) {
            authenticators.confirm(way);
            if (found.way() == Way.TEXT && account.alerts() == null) {
                accounts.textTo(account.id(), new Phone(found.address()));
                means.trace().mails().agreedToTexts(account, found.address());
            }
            changed(page, "signin.way.bound", found);
            means.trace().mails().news(account.id(), SecurityNews.What.WAY_ADDED, way);
            sessions.endOthers(account.id(), visitor(page).session());
        }
        return Words.wrong(page, "code", check);
    }

    @Override
    @Transactional
    public boolean remove(Page page, UUID way) {
        var account = account(page);
        signIns.alone(account.id());
        var all = authenticators.confirmed(account);
        var gone = proven(all, way);
        var left = all.stream()
                .filter(other -> !other.id().equals(way) && other.usable())
                .toList();
        var strict = means.settings().profile() == Profile.STRICT;
        if (gone.usable() && left.stream().allMatch(other -> strict && other.way() == Way.EMAIL)) {
            return false;
        }
        means.trace().mails().news(account.id(), SecurityNews.What.WAY_REMOVED, way);
        authenticators.remove(account.id(), way);
        var alerts = account.alerts();
        if (alerts != null && alerts.e164().equals(gone.address())) {
            accounts.textTo(account.id(), phone(left));
        }
        changed(page, "signin.way.removed", gone);
        sessions.endOthers(account.id(), visitor(page).session());
        return true;
    }

    @Override
    @Transactional
    public void rename(Page page, UUID way, String name) {
        var account = account(page);
        var found = proven(authenticators.confirmed(account), way);
        authenticators.name(account, way, name(name));
        changed(page, "signin.way.renamed", found);
    }

    @Override
    @Transactional
    public void prefer(Page page, UUID way) {
        var account = account(page);
        var found = proven(authenticators.usable(account), way);
        authenticators.prefer(account.id(), way);
        changed(page, "signin.way.preferred", found);
    }

    /** Who signs in with another address now is found by it, and gets codes there. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(Safety.AddressMoved moved) {
        var account = signIns.account(moved.account());
        signIns.moved(account);
        authenticators.moveEmail(account);
    }

    private List<Problem> problems(Page page, List<Authenticator> all, Wanted wanted, Optional<Phone> phone) {
        var way = wanted.way();
        if (way == null) {
            return Words.problem(page, "way", "signin.way.missing");
        }
        long same = all.stream().filter(one -> one.way() == way).count();
        return switch (way) {
            case APP -> same < MOST_APPS ? List.of() : Words.problem(page, "way", "signin.way.most_apps");
            case EMAIL -> same == 0 ? List.of() : Words.problem(page, "way", "signin.way.there");
            case TEXT -> {
                if (phone.isEmpty()) {
                    yield Words.problem(page, "phone", "signin.methods.phone.unreadable");
                }
                var number = phone.get().e164();
                if (all.stream().anyMatch(one -> one.address().equals(number))) {
                    yield Words.problem(page, "phone", "signin.way.there");
                }
                yield same < MOST_PHONES ? List.of() : Words.problem(page, "phone", "signin.way.most_phones");
            }
        };
    }

    private List<Problem> send(Page page, Account account, UUID way, String field) {
        var sending = signIns.codes().setUp(session(page), account, way, page);
        return switch (sending) {
            case Codes.Sending.Sent() -> List.of();
            case Codes.Sending.NotNow notNow -> Words.because(page, field, notNow);
        };
    }

    private Authenticator open(Account account, UUID way) {
        return authenticators
                .find(account, way)
                .filter(found -> !found.confirmed())
                .orElseThrow(NotFound::new);
    }

    private static Authenticator proven(List<Authenticator> all, UUID way) {
        return all.stream().filter(one -> one.id().equals(way)).findFirst().orElseThrow(NotFound::new);
    }

    private static @Nullable Phone phone(List<Authenticator> ways) {
        return ways.stream()
                .filter(way -> way.way() == Way.TEXT)
                .findFirst()
                .map(way -> new Phone(way.address()))
                .orElse(null);
    }

    private void changed(Page page, String what, Authenticator way) {
        means.trace()
                .trail()
                .of(
                        visitor(page).account(),
                        visitor(page).staff(),
                        what,
                        Map.of("way", way.way().name()));
    }

    private Account account(Page page) {
        return signIns.account(visitor(page).account());
    }

    private Session session(Page page) {
        return sessions.find(visitor(page).account(), visitor(page).session()).orElseThrow(NotFound::new);
    }

    private static Visitor visitor(Page page) {
        return page.visitor().orElseThrow(NotFound::new);
    }

    private static String name(String typed) {
        var tidy = typed.strip();
        return tidy.codePointCount(0, tidy.length()) <= LONGEST_NAME
                ? tidy
                : tidy.substring(0, tidy.offsetByCodePoints(0, LONGEST_NAME));
    }

    private static Bound bound(Authenticator way) {
        var marks = way.marks();
        return new Bound(
                way.id(), way.way(), marks.name(), way.masked(), marks.boundAt(), marks.usedAt(), marks.lostAt());
    }
}
