package fairway.identity;

import java.util.UUID;

/** The person came back within the time for it: the account is as it was. */
public record AccountKept(UUID account) {}
