package fairway.identity;

import java.util.UUID;

/** Who somebody is by their profile, a name or the day of birth, is another one than it was; told in the same transaction. */
public record PersonChanged(UUID account, UUID change) {}
