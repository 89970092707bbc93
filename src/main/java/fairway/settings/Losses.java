package fairway.settings;

import fairway.audit.Act;
import fairway.audit.Actor;
import fairway.audit.Audit;
import fairway.audit.Subject;
import fairway.passkeys.Passkey;
import fairway.passkeys.Passkeys;
import fairway.signin.CodeWays;
import fairway.signin.SecurityNews;
import fairway.signin.Way;
import fairway.ui.NotFound;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What its owner reported as lost opens nothing from that moment on. Something that opens the account always stays: who has
 * nothing left goes the ways of {@code recovery}.
 */
@Service
class Losses {
    private final Owner owner;
    private final Passkeys passkeys;
    private final Telling telling;

    Losses(Owner owner, Passkeys passkeys, Telling telling) {
        this.owner = owner;
        this.passkeys = passkeys;
        this.telling = telling;
    }

    @Component("lossesTelling")
    record Telling(Audit audit, ApplicationEventPublisher events, InstantSource clock) {}

    enum Kind {
        TEXT,
        APP,
        EMAIL,
        PASSKEY,
        BACKUP
    }

    /** Something that opens the account beside the password; {@code name} is what its owner knows it by. */
    record Factor(
            Kind kind,
            @Nullable UUID id,
            String name,
            @Nullable Instant lostAt) {
        /** How a form names it. */
        String value() {
            return id == null ? kind.name() : kind + ":" + id;
        }

        boolean lost() {
            return lostAt != null;
        }
    }

    enum Reported {
        DONE,
        LAST
    }

    List<Factor> of(UUID account) {
        var all = new ArrayList<Factor>();
        owner.signin().ways().all(account).stream().map(Losses::factor).forEach(all::add);
        passkeys.of(account).stream()
                .filter(key -> !key.suspended())
                .map(Losses::factor)
                .forEach(all::add);
        var standing = owner.signin().secrets().standing(account);
        if (standing.backupAt() != null) {
            all.add(new Factor(Kind.BACKUP, null, "", standing.backupLostAt()));
        }
        return all;
    }

    /** Suspends these at once and ends every other session, which may be on the lost phone. */
    @Transactional
    public Reported report(UUID account, UUID session, Collection<String> values) {
        owner.accounts().safety().lock(account);
        var all = of(account).stream().filter(factor -> !factor.lost()).toList();
        var gone =
                all.stream().filter(factor -> values.contains(factor.value())).toList();
        if (gone.size() != values.size() || gone.isEmpty()) {
            throw new NotFound();
        }
        if (all.stream().filter(factor -> !gone.contains(factor)).noneMatch(this::suffices)) {
            return Reported.LAST;
        }
        tell(account, SecurityNews.What.FACTOR_LOST);
        gone.forEach(factor -> lose(account, factor, true));
        owner.signin().sessions().endOthers(account, session);
        return Reported.DONE;
    }

    /** The factor, if it is this account's and was reported. */
    Optional<Factor> lost(UUID account, String value) {
        return of(account).stream()
                .filter(Factor::lost)
                .filter(factor -> factor.value().equals(value))
                .findFirst();
    }

    /** It turned up again. */
    @Transactional
    public void found(UUID account, Factor factor) {
        tell(account, SecurityNews.What.FACTOR_FOUND);
        lose(account, factor, false);
    }

    private void lose(UUID account, Factor factor, boolean lost) {
        var id = factor.id();
        if (id == null) {
            owner.signin().secrets().loseBackupCode(account, lost);
        } else if (factor.kind() == Kind.PASSKEY) {
            passkeys.lose(account, id, lost);
        } else {
            owner.signin().ways().lose(account, id, lost);
        }
        telling.audit()
                .record(new Act(
                        Actor.person(account),
                        lost ? "settings.lost" : "settings.found",
                        Subject.of("account", account),
                        Map.of("kind", factor.kind().name())));
    }

    /** Whether it may be all that is left. */
    private boolean suffices(Factor factor) {
        return factor.kind() != Kind.EMAIL
                || owner.signin().gettingBack().profile().emailSuffices();
    }

    private void tell(UUID account, SecurityNews.What what) {
        var cause = String.valueOf(telling.clock().instant().toEpochMilli());
        telling.events().publishEvent(new SecurityNews(account, what, cause));
    }

    private static Factor factor(CodeWays.Bound way) {
        var name = way.name().isEmpty() ? way.address() : way.name();
        return new Factor(kind(way.way()), way.id(), name, way.lostAt());
    }

    private static Factor factor(Passkey key) {
        return new Factor(Kind.PASSKEY, key.id(), key.label(), key.lostAt());
    }

    private static Kind kind(Way way) {
        return switch (way) {
            case TEXT -> Kind.TEXT;
            case APP -> Kind.APP;
            case EMAIL -> Kind.EMAIL;
        };
    }
}
