package fairway.support;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may open a way back by hand, and on what: two proofs of different sorts, and nobody answers for themselves. */
record Approval(@Nullable UUID proposer, List<Proven> proofs) {
    static final int ENOUGH = 2;

    Approval {
        proofs = List.copyOf(proofs);
    }

    /** A proof that was given; {@code by} is the officer who compared a document. */
    record Proven(ProofKind kind, @Nullable UUID by) {}

    enum Answer {
        ALLOWED,
        NOTHING_PROPOSED,
        TOO_FEW_PROOFS,
        /** The agent who proposes does not approve. */
        SAME_AGENT,
        /** Who vouched for a document does not approve what follows from it. */
        OWN_PROOF;

        /** The end of text keys. */
        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static boolean suffice(Collection<Proven> proofs) {
        return proofs.stream().map(proof -> proof.kind().sort()).distinct().count() >= ENOUGH;
    }

    /** An officer does not vouch for what they asked for themselves. */
    static boolean mayCompare(UUID officer, UUID askedBy) {
        return !officer.equals(askedBy);
    }

    boolean mayPropose() {
        return proposer == null && suffice(proofs);
    }

    Answer by(UUID agent) {
        if (proposer == null) {
            return Answer.NOTHING_PROPOSED;
        }
        if (proposer.equals(agent)) {
            return Answer.SAME_AGENT;
        }
        if (proofs.stream().anyMatch(proof -> agent.equals(proof.by()))) {
            return Answer.OWN_PROOF;
        }
        return suffice(proofs) ? Answer.ALLOWED : Answer.TOO_FEW_PROOFS;
    }
}
