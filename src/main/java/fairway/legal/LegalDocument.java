package fairway.legal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** A text with headings that holds for everybody, such as the terms of use: dated, with its source and who approved it. */
public record LegalDocument(
        String version,
        Map<String, String> source,
        Map<String, String> approver,
        boolean demonstration,
        Map<String, List<Section>> sections) {

    /** One heading with its words. */
    public record Section(String title, String text) {}

    public List<Section> in(Locale language) {
        return Objects.requireNonNull(sections.getOrDefault(language.getLanguage(), sections.get("en")));
    }
}
