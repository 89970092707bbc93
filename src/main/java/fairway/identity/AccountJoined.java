package fairway.identity;

import java.util.UUID;

/** The account is part of the other from now on: nobody is or gets signed in to it, and nothing is under way for it. */
public record AccountJoined(UUID account, UUID to) {}
