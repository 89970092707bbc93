package fairway.identity;

import java.util.UUID;

/** A code that goes to a telephone, to prove that its owner reads it. */
public record PhoneProof(UUID id, String code) {
    /** What became of a code that was typed. */
    public sealed interface Check {
        record Right(Phone phone) implements Check {}

        record Wrong() implements Check {}

        /** Too late, tried too often, or never asked for. */
        record Over() implements Check {}
    }

    @Override
    public String toString() {
        return "PhoneProof[" + id + "]";
    }
}
