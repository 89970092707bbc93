package fairway.cases;

import java.time.LocalDate;

/** The latest day an officer may give for an answer, and the rule that says so. */
public record AnswerDay(LocalDate latest, String source) {}
