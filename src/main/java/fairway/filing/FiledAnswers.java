package fairway.filing;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A filing's answers as an officer reads them: sections of the form in official order, in words. */
public record FiledAnswers(List<Section> sections) {
    /** Stands for every answer that is shown on demand only. */
    public static final String ALL = "*";

    public record Section(String title, List<Row> rows) {}

    /** One item: its official number, its short label, what was answered; {@code onDemand} if it is not shown unasked. */
    public record Row(String number, String label, String answer, String path, boolean onDemand) {}

    /** The paths of answers shown on demand that somebody wants to see. */
    public Set<String> onDemand(Collection<String> wanted) {
        return sections.stream()
                .flatMap(section -> section.rows().stream())
                .filter(Row::onDemand)
                .map(Row::path)
                .filter(path -> wanted.contains(ALL) || wanted.contains(path))
                .collect(Collectors.toSet());
    }
}
