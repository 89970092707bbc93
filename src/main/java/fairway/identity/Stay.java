package fairway.identity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where somebody lived or had their mail sent, from one day until another; {@code to} is missing while it lasts. */
public record Stay(
        PostalAddress address, LocalDate from, @Nullable LocalDate to) {
    boolean on(LocalDate day) {
        return !from.isAfter(day) && (to == null || to.isAfter(day));
    }

    /** Whether there is a day that belongs to both. */
    boolean meets(Stay other) {
        return (to == null || other.from().isBefore(to)) && (other.to() == null || from.isBefore(other.to()));
    }

    Stay until(LocalDate day) {
        return to == null || to.isAfter(day) ? new Stay(address, from, day) : this;
    }
}
