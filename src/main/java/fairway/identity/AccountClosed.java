package fairway.identity;

import java.util.UUID;

/** The person closed the account: nobody signs in to it any more, and all of it can still come back. */
public record AccountClosed(UUID account) {}
