package fairway.vault;

/** The installation's keys are missing or not those of this database; the message is the one line for the operator. */
public class VaultClosed extends IllegalStateException {
    VaultClosed(String message) {
        super(message);
    }
}
