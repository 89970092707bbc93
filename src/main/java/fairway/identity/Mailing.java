package fairway.identity;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An address that letters go or went to: {@code since} its person told us of it, whatever day they say they moved, {@code
 * until} another one took its place.
 */
public record Mailing(
        PostalAddress address, Instant since, @Nullable Instant until) {
    /** Newest first, by what was told; what was planned and never came to be is left out. */
    static List<Mailing> of(List<AddressChange> changes, ZoneId zone, Instant now) {
        var told = changes.stream()
                .sorted(Comparator.comparing(AddressChange::toldAt).thenComparing(AddressChange::id))
                .toList();
        var all = new ArrayList<Mailing>();
        for (int i = 0; i < told.size(); i++) {
            var change = told.get(i);
            var begins = begins(change, zone);
            var ends = told.subList(i + 1, told.size()).stream()
                    .map(later -> begins(later, zone))
                    .min(Instant::compareTo)
                    .orElse(Instant.MAX);
            if (begins.isBefore(ends) && !begins.isAfter(now)) {
                add(all, new Mailing(letters(change), change.toldAt(), ends.isAfter(now) ? null : ends));
            }
        }
        return all.reversed();
    }

    /** The same where the profile says something else since then: what it says is as old as its last change. */
    static List<Mailing> of(List<Mailing> told, @Nullable PostalAddress now, Instant changedAt) {
        if (now != null && !told.isEmpty() && told.getFirst().address().equals(now)) {
            return told;
        }
        var all = new ArrayList<Mailing>();
        if (now != null) {
            all.add(new Mailing(now, changedAt, null));
        }
        told.forEach(each -> all.add(
                new Mailing(each.address(), each.since(), Objects.requireNonNullElse(each.until(), changedAt))));
        return List.copyOf(all);
    }

    /** Letters that go on to the same address went there all the time. */
    private static void add(List<Mailing> all, Mailing next) {
        var same = !all.isEmpty() && all.getLast().address().equals(next.address());
        all.add(same ? new Mailing(next.address(), all.removeLast().since(), next.until()) : next);
    }

    private static PostalAddress letters(AddressChange change) {
        return Objects.requireNonNullElse(change.mail(), change.home());
    }

    private static Instant begins(AddressChange change, ZoneId zone) {
        var moved = change.from().atStartOfDay(zone).toInstant();
        return moved.isAfter(change.toldAt()) ? moved : change.toldAt();
    }
}
