package fairway.forms;

import fairway.forms.Edition.EvidenceSlot;
import java.util.OptionalInt;

/** A paper asked for because of these answers, once or once per instance of a list. */
public record Need(EvidenceSlot slot, OptionalInt number, boolean required, String countsKey, Because because) {
    /** For example {@code photo} or {@code proof_of_name[2]}. */
    public String key() {
        return number.isPresent() ? slot.id() + "[" + number.getAsInt() + "]" : slot.id();
    }
}
