package fairway.notices;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a letter is made of.
 *
 * @param words what an officer wrote for it
 * @param lastDay the last day to answer, where the letter asks for something
 */
record Contents(
        String receipt,
        String form,
        String applicant,
        Instant receivedAt,
        Instant now,
        String words,
        LocalDate lastDay) {}
