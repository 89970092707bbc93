package fairway.promises;

import java.util.UUID;

/** A promise was not kept in time; published once, in the transaction that notices. */
public record PromiseOverdue(String kind, String about, UUID to) {}
