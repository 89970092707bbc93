package fairway.filing;

import java.util.List;

/** A filing's answers as an officer reads them: sections of the form in official order, in words. */
public record FiledAnswers(List<Section> sections) {
    public record Section(String title, List<Row> rows) {}

    /** One item: its official number, its short label, what was answered. */
    public record Row(String number, String label, String answer) {}
}
