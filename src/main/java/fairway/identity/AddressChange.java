package fairway.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change of address as its person told it; letters go home where there is no {@code mail}. */
public record AddressChange(
        UUID id, UUID account, PostalAddress home, @Nullable PostalAddress mail, LocalDate from, Instant toldAt) {}
