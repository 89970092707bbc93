package fairway.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an officer asked for, by when, and what came back.
 *
 * @param dueUntil the last second in which an answer counts
 */
public record EvidenceRequest(
        UUID id,
        UUID caseId,
        RequestState state,
        String asked,
        Instant issuedAt,
        LocalDate dueOn,
        Instant dueUntil,
        UnsentAnswer draft,
        String answer,
        @Nullable Instant answeredAt) {
    /** The holder of the files of an answer. */
    public static final String HOLDER = "rfe";

    static final String SLOT = "answer";

    boolean openAt(Instant now) {
        return state == RequestState.ISSUED && now.isBefore(dueUntil.plusSeconds(1));
    }
}
