package fairway.paper;

import java.util.List;
import java.util.Locale;

/**
 * A copy of what was filed: facts, then every part in the order of the form with its questions and answers, then what was
 * signed. {@code notice} may be empty; it is printed above everything.
 */
public record FilingRecord(
        String title,
        Locale language,
        String agency,
        String notice,
        List<Letter.Fact> facts,
        List<Part> parts,
        List<Letter.Section> closing) {
    public FilingRecord {
        facts = List.copyOf(facts);
        parts = List.copyOf(parts);
        closing = List.copyOf(closing);
    }

    /** One part of the form. */
    public record Part(String heading, List<Line> lines) {
        public Part {
            lines = List.copyOf(lines);
        }
    }

    /** One question with its official number, which may be empty, and the answer as shown on the review page. */
    public record Line(String number, String question, String answer) {}
}
