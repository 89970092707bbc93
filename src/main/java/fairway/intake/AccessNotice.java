package fairway.intake;

import fairway.delivery.LetterPrinter;
import fairway.paper.Letter;
import fairway.paper.Letter.Fact;
import fairway.paper.Letter.Section;
import fairway.paper.Paper;
import fairway.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Prints the Account Access Notice: the numbers, the code, and how to go on with them. */
@Component
class AccessNotice implements LetterPrinter {
    private final Texts texts;
    private final Paper paper;
    private final String agency;
    private final boolean demo;

    AccessNotice(
            Texts texts,
            Paper paper,
            @Value("${fairway.ui.agency:Demonstration Office}") String agency,
            @Value("${fairway.ui.demo:false}") boolean demo) {
        this.texts = texts;
        this.paper = paper;
        this.agency = agency;
        this.demo = demo;
    }

    @Override
    public boolean prints(String template) {
        return template.equals(AccessLetters.ACCESS);
    }

    @Override
    public byte[] print(Locale language, Map<String, String> values) {
        return paper.letter(write(language, values));
    }

    Letter write(Locale language, Map<String, String> values) {
        return new Letter(
                text(language, "title", values),
                language,
                agency,
                demo ? texts.text(language, "notices.demo") : "",
                values.getOrDefault("to", "").lines().toList(),
                facts(language, values),
                sections(language, values),
                List.of());
    }

    private List<Fact> facts(Locale language, Map<String, String> values) {
        var facts = new ArrayList<Fact>();
        for (var name : List.of("number", "receipt", "code", "until", "date")) {
            facts.add(new Fact(text(language, "fact." + name, values), values.getOrDefault(name, "")));
        }
        return facts;
    }

    private List<Section> sections(Locale language, Map<String, String> values) {
        var sections = new ArrayList<Section>();
        sections.add(new Section(text(language, "means", values), text(language, "means.text", values)));
        var steps = List.of("new", "old", "claim", "done").stream()
                .map(step -> text(language, "how." + step, values))
                .toList();
        sections.add(new Section(text(language, "how", values), List.of(), steps));
        sections.add(new Section(
                text(language, "code", values),
                text(language, "code.keep", values),
                text(language, "code.lost", values)));
        sections.add(new Section(text(language, "without", values), text(language, "without.text", values)));
        return sections;
    }

    private String text(Locale language, String key, Map<String, String> values) {
        return texts.text(language, "intake.notice." + key, values);
    }
}
