package fairway.delivery;

/** Something that takes a message out of the house; called outside any transaction. */
interface Carrier {
    Outcome carry(Letter letter);

    sealed interface Outcome {
        /** The carrier has it, under its own reference. */
        record Carried(String reference) implements Outcome {}

        /** May work later. */
        record Later(Reason.Coded reason) implements Outcome {}

        /** Will never work. */
        record Never(Reason.Coded reason) implements Outcome {}
    }
}
