package fairway.paper;

import java.util.List;
import java.util.Locale;

/**
 * A letter of the agency, in the words of the module that sends it. Lists and {@code notice} may be empty; {@code notice} is
 * printed above everything, for instance that this is a demonstration.
 */
public record Letter(
        String title,
        Locale language,
        String agency,
        String notice,
        List<String> recipient,
        List<Fact> facts,
        List<Section> sections,
        List<String> contact) {
    public Letter {
        recipient = List.copyOf(recipient);
        facts = List.copyOf(facts);
        sections = List.copyOf(sections);
        contact = List.copyOf(contact);
    }

    /** A line of the table under the title, such as the date or the receipt number. */
    public record Fact(String label, String value) {}

    /** A heading and its paragraphs; with {@code items} as a list after them. */
    public record Section(String heading, List<String> paragraphs, List<String> items) {
        public Section {
            paragraphs = List.copyOf(paragraphs);
            items = List.copyOf(items);
        }

        public Section(String heading, String... paragraphs) {
            this(heading, List.of(paragraphs), List.of());
        }
    }
}
