package fairway.identity;

import java.util.List;
import java.util.UUID;

/** Why an account cannot become one with another now; the ends of text keys. */
public enum Obstacle {
    /** Changes are stopped for a while. */
    STOPPED,
    /** It is closed, or part of another one. */
    CLOSED,
    /** It is not the account of an applicant. */
    KIND,
    /** Somebody is getting back into it. */
    RECOVERY,
    /** A new address is on its way. */
    ADDRESS,
    /** A signed form waits for its payment. */
    UNPAID,
    /** A case in it is protected: people decide about it elsewhere. */
    PROTECTED,
    /** It is part of another joining that can still be taken back. */
    JOINING;

    /** Asked before accounts become one: modules that have something under way say so. */
    public interface Source {
        /** {@code goes} says that the account would become part of the other. */
        List<Obstacle> on(UUID account, boolean goes);
    }
}
