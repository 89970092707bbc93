package fairway.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person told us about themself once, for every form and letter; homes and mailings are newest first. */
public record Profile(
        @Nullable PersonName name,
        @Nullable PersonName passport,
        List<PersonName> former,
        @Nullable LocalDate born,
        List<Stay> homes,
        List<Stay> mailings,
        Map<PhoneKind, Phone> phones,
        SafeContact safe) {
    private static final Comparator<Stay> NEWEST_FIRST =
            Comparator.comparing(Stay::from).reversed();

    static final Profile EMPTY =
            new Profile(null, null, List.of(), null, List.of(), List.of(), Map.of(), SafeContact.OFF);

    public Profile {
        former = List.copyOf(former);
        homes = homes.stream().sorted(NEWEST_FIRST).toList();
        mailings = mailings.stream().sorted(NEWEST_FIRST).toList();
        phones = Map.copyOf(phones);
    }

    public Optional<Stay> homeOn(LocalDate day) {
        return homes.stream().filter(stay -> stay.on(day)).findFirst();
    }

    /** Where letters go on that day: the mailing address, or home where there is none. */
    public Optional<Stay> mailOn(LocalDate day) {
        return mailings.stream().filter(stay -> stay.on(day)).findFirst().or(() -> homeOn(day));
    }

    /** Whether letters go to an address of their own on that day. */
    public boolean mailElsewhere(LocalDate day) {
        return mailings.stream().anyMatch(stay -> stay.on(day));
    }

    /** Whether names or birth differ from what was known; who said nothing yet changes nothing by saying it. */
    boolean isAnotherThan(Profile before) {
        return before.who().stream().anyMatch(Optional::isPresent) && !who().equals(before.who());
    }

    private List<Optional<?>> who() {
        return List.of(
                Optional.ofNullable(name),
                Optional.ofNullable(passport),
                Optional.ofNullable(born),
                Optional.of(former).filter(names -> !names.isEmpty()));
    }

    Profile named(@Nullable PersonName now, @Nullable PersonName inPassport, @Nullable LocalDate birth) {
        return new Profile(now, inPassport, former, birth, homes, mailings, phones, safe);
    }

    Profile formerly(List<PersonName> names) {
        return new Profile(name, passport, names, born, homes, mailings, phones, safe);
    }

    Profile reachedBy(Map<PhoneKind, Phone> numbers) {
        return new Profile(name, passport, former, born, homes, mailings, numbers, safe);
    }

    Profile safely(SafeContact how) {
        return new Profile(name, passport, former, born, homes, mailings, phones, how);
    }

    Profile lived(Stay past) {
        var all = new ArrayList<>(homes);
        all.add(past);
        return new Profile(name, passport, former, born, all, mailings, phones, safe);
    }

    Profile forgetting(Stay past) {
        var left = homes.stream().filter(stay -> !stay.equals(past)).toList();
        return new Profile(name, passport, former, born, left, mailings, phones, safe);
    }

    /** Lives and has mail sent elsewhere from that day on; what was planned for that day or later is replaced. */
    Profile moved(PostalAddress home, @Nullable PostalAddress mail, LocalDate from) {
        return new Profile(
                name, passport, former, born, with(homes, home, from), with(mailings, mail, from), phones, safe);
    }

    private static List<Stay> with(List<Stay> stays, @Nullable PostalAddress next, LocalDate from) {
        var all = new ArrayList<Stay>();
        stays.stream()
                .filter(stay -> stay.from().isBefore(from))
                .map(stay -> stay.until(from))
                .forEach(all::add);
        if (next != null) {
            all.add(new Stay(next, from, null));
        }
        return all;
    }
}
