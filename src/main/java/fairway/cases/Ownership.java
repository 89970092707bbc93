package fairway.cases;

import java.util.List;
import java.util.UUID;

/** Whose a case is. Both acts happen in the transaction of their cause; one history goes on. */
public interface Ownership {
    /** Opens the case of a filing that came on paper, with a receipt number like every other. */
    CaseFile open(PaperFiling filing);

    /** The cases this account owns. */
    List<UUID> ownedBy(UUID account);

    /** Moves these cases; one that is not {@code from}’s any more fails the whole. */
    void move(List<UUID> cases, UUID from, UUID to);
}
