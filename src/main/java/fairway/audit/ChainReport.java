package fairway.audit;

import org.jspecify.annotations.Nullable;

/**
 * What the verifier found: links checked, the first fault if any, how many entries the chain has yet to take in, and the
 * chain's last hash, which an operator keeps elsewhere to notice a chain cut at its end.
 */
public record ChainReport(long checked, @Nullable Fault firstBroken, long tail, String head) {
    /** The first position where record and chain part. */
    public record Fault(long position, Kind kind) {}

    public enum Kind {
        /** The entry is not what the chain has taken in. */
        CHANGED,
        /** The chain knows an entry that is gone. */
        REMOVED,
        /** A link is gone. */
        GAP,
        /** An entry that the chain was never told of. */
        SMUGGLED,
        /** The chain is not the one that was checked before: its end was cut off, or all of it made anew. */
        CUT
    }

    public boolean ok() {
        return firstBroken == null;
    }
}
