package fairway.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a profile lacks and another one of the same person has. Where the two say different things, the one that stays is
 * believed: an address somebody only had once must not become the one that letters go to.
 */
record Added(
        @Nullable PersonName name,
        @Nullable PersonName passport,
        List<PersonName> former,
        @Nullable LocalDate born,
        List<Stay> homes,
        List<Stay> mailings,
        Map<PhoneKind, Phone> phones,
        boolean safe) {
    Added {
        former = List.copyOf(former);
        homes = List.copyOf(homes);
        mailings = List.copyOf(mailings);
        phones = Map.copyOf(phones);
    }

    static Added to(Profile ours, Profile theirs) {
        var nowhere = ours.homes().isEmpty() && ours.mailings().isEmpty();
        var phones = new HashMap<>(theirs.phones());
        phones.keySet().removeAll(ours.phones().keySet());
        return new Added(
                missing(ours.name(), theirs.name()),
                missing(ours.passport(), theirs.passport()),
                theirs.former().stream()
                        .filter(name -> !ours.former().contains(name) && !name.equals(ours.name()))
                        .toList(),
                missing(ours.born(), theirs.born()),
                nowhere ? theirs.homes() : past(ours.homes(), theirs.homes()),
                nowhere ? theirs.mailings() : List.of(),
                phones,
                theirs.safe().on() && !ours.safe().on());
    }

    boolean nothing() {
        var facts = name != null || passport != null || born != null;
        return !facts && Stream.of(former, homes, mailings).allMatch(List::isEmpty) && phones.isEmpty() && !safe;
    }

    Profile into(Profile profile) {
        var numbers = new HashMap<>(phones);
        numbers.putAll(profile.phones());
        return new Profile(
                name == null ? profile.name() : name,
                passport == null ? profile.passport() : passport,
                both(profile.former(), former),
                born == null ? profile.born() : born,
                both(profile.homes(), homes),
                both(profile.mailings(), mailings),
                numbers,
                safe ? new SafeContact(true, profile.safe().texts()) : profile.safe());
    }

    /** What was changed since then stays, and so does the care about who may see messages. */
    Profile outOf(Profile profile) {
        var numbers = new HashMap<>(profile.phones());
        phones.forEach(numbers::remove);
        return new Profile(
                Objects.equals(profile.name(), name) ? null : profile.name(),
                Objects.equals(profile.passport(), passport) ? null : profile.passport(),
                without(profile.former(), former),
                Objects.equals(profile.born(), born) ? null : profile.born(),
                without(profile.homes(), homes),
                without(profile.mailings(), mailings),
                numbers,
                profile.safe());
    }

    private static <T> @Nullable T missing(@Nullable T ours, @Nullable T theirs) {
        return ours == null ? theirs : null;
    }

    /** Homes that are over and lie in time where we know of none. */
    private static List<Stay> past(List<Stay> ours, List<Stay> theirs) {
        return theirs.stream()
                .filter(stay -> stay.to() != null && ours.stream().noneMatch(stay::meets))
                .toList();
    }

    private static <T> List<T> both(List<T> some, List<T> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private static <T> List<T> without(List<T> all, List<T> some) {
        return all.stream().filter(one -> !some.contains(one)).toList();
    }
}
