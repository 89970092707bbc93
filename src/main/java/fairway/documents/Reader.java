package fairway.documents;

import fairway.audit.Actor;

/** Who wants to open a file, in which role, and whether they have read the warning about files that were not scanned. */
public record Reader(Actor actor, Audience audience, boolean warned) {
    /** Whose eyes: the person's own, or an officer's. */
    public enum Audience {
        PERSON,
        OFFICER
    }

    public static Reader person(Actor actor) {
        return new Reader(actor, Audience.PERSON, false);
    }

    public static Reader officer(Actor actor, boolean warned) {
        return new Reader(actor, Audience.OFFICER, warned);
    }
}
