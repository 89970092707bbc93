package fairway.filing;

import java.time.Instant;
import java.time.LocalDate;

/** A signature on a filing: who signed in which role, which text, when; {@code capacity} is empty for whoever signs for themselves. */
public record Signed(
        Role role, String name, String capacity, String relationship, Instant at, String text, Version version) {
    /** In which role somebody signed. */
    public enum Role {
        APPLICANT,
        GUARDIAN,
        INTERPRETER,
        PREPARER
    }

    /** Which text: its name, its version and the hash of its English words. */
    public record Version(String id, LocalDate date, String sha256) {}
}
