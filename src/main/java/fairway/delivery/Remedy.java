package fairway.delivery;

import java.util.UUID;

/** What staff can do about messages of one kind that were given up; contributed by the module that sends them. */
public interface Remedy {
    enum Standing {
        /** Not about this message, or there is nothing left to send. */
        NONE,
        POSSIBLE,
        /** A newer message took its place. */
        DONE
    }

    Standing standing(Failure failure);

    /** Makes and sends it anew; of many at once one does, the others get false. */
    boolean send(UUID officer, Failure failure);
}
