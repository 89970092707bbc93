package fairway.cases;

import java.util.UUID;

/** An officer at the desk. */
public record Officer(UUID account, boolean supervisor) {}
