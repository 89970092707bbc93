package fairway.identity;

import java.util.List;
import java.util.UUID;

/** Moves what a module keeps for an account when it becomes part of another, and exactly that back. */
public interface Moving {
    /** The name under which the moved rows are remembered. */
    String what();

    /** Waits for everybody who changes such a row now, and lets nobody change one until the transaction ends. */
    void lock(UUID account);

    /** In the caller’s transaction; the identifiers of what moved. */
    List<UUID> move(UUID from, UUID to);

    /** Those of them that are still {@code from}’s and have not become something new there. */
    void back(List<UUID> rows, UUID from, UUID to);
}
