package fairway.identity;

import com.fasterxml.uuid.NoArgGenerator;
import fairway.audit.Act;
import fairway.audit.Actor;
import fairway.audit.Audit;
import fairway.audit.Subject;
import fairway.calendar.LegalCalendar;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes profiles one page at a time, so that two open pages never undo each other. */
@Service
class Profiles {
    private final ProfileTable table;
    private final AccountTable accounts;
    private final Audit audit;
    private final Moment moment;

    Profiles(ProfileTable table, AccountTable accounts, Audit audit, Moment moment) {
        this.table = table;
        this.accounts = accounts;
        this.audit = audit;
        this.moment = moment;
    }

    @Component
    record Moment(NoArgGenerator ids, InstantSource clock, LegalCalendar calendar, ApplicationEventPublisher events) {}

    Profile of(UUID account) {
        return accounts.find(account).map(row -> table.find(account, row.key())).orElse(Profile.EMPTY);
    }

    /** {@code what} names the change in the record of the account. */
    @Transactional
    public Profile change(UUID account, String what, UnaryOperator<Profile> change) {
        var key = key(account);
        var now = moment.clock().instant();
        var before = table.lock(account, key, now);
        var changed = change.apply(before);
        table.save(account, key, changed, now);
        audit.record(Act.of(Actor.person(account), "profile." + what, Subject.of("account", account)));
        moment.events().publishEvent(new ProfileChanged(account));
        if (changed.isAnotherThan(before)) {
            moment.events().publishEvent(new PersonChanged(account, moment.ids().generate()));
        }
        return changed;
    }

    /** Empty where the person moved in later than the day on which they say they left. */
    @Transactional
    public Optional<UUID> move(UUID account, PostalAddress home, @Nullable PostalAddress mail, LocalDate from) {
        var key = key(account);
        var now = moment.clock().instant();
        var before = table.lock(account, key, now);
        if (before.homeOn(today()).filter(stay -> stay.from().isAfter(from)).isPresent()) {
            return Optional.empty();
        }
        var change = new AddressChange(moment.ids().generate(), account, home, mail, from, now);
        change(account, "address", profile -> profile.moved(home, mail, from));
        table.add(change, key);
        moment.events().publishEvent(new AddressChanged(account, change.id()));
        return Optional.of(change.id());
    }

    @Transactional
    public void speak(UUID account, Locale language, ZoneId zone) {
        accounts.speak(account, language, zone);
        audit.record(Act.of(Actor.person(account), "profile.language", Subject.of("account", account)));
    }

    Optional<AddressChange> change(UUID account, UUID id) {
        return accounts.find(account).flatMap(row -> table.change(account, row.key(), id));
    }

    List<AddressChange> changes(UUID account) {
        return accounts.find(account)
                .map(row -> table.changes(account, row.key()))
                .orElse(List.of());
    }

    /** Where letters went, newest first. */
    List<Mailing> mailings(UUID account) {
        var told =
                Mailing.of(changes(account), calendar().zone(), moment.clock().instant());
        var now = of(account).mailOn(today()).map(Stay::address).orElse(null);
        return table.changedAt(account)
                .map(changedAt -> Mailing.of(told, now, changedAt))
                .orElse(List.of());
    }

    LocalDate today() {
        return moment.calendar().today();
    }

    LegalCalendar calendar() {
        return moment.calendar();
    }

    private UUID key(UUID account) {
        return accounts.find(account)
                .orElseThrow(() -> new NoSuchElementException("No account " + account))
                .key();
    }
}
