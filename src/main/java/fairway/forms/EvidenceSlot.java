package fairway.forms;

import org.jspecify.annotations.Nullable;

/** A place for papers as the edition declares it; {@link Need} is one that is asked for. */
public record EvidenceSlot(
        String id,
        @Nullable String official,
        Condition when,
        Condition required,
        int min,
        int max,
        @Nullable String each,
        @Nullable String by,
        Source source) {}
