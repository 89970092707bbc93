package fairway.identity;

import java.util.UUID;

/** What a module keeps about an account beside its work, for the archive that its person takes along. */
public interface Portable {
    /** The name of its file in the archive, without its ending. */
    String name();

    /** Maps, lists and words, as they are written; never a secret that opens anything. */
    Object of(UUID account);
}
