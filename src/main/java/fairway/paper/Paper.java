package fairway.paper;

import fairway.ui.Texts;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Prints: the same job at the same time gives the same bytes, readable by screen readers (PDF/UA-1) and for decades (PDF/A-3a). */
@Component
public class Paper {
    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Paper.class.getClassLoader(), "fairway");
    private final Press press = new Press();
    private final Texts texts;
    private final InstantSource clock;

    Paper(Texts texts, InstantSource clock) {
        this.texts = texts;
        this.clock = clock;
    }

    public byte[] pdf(PaperJob job) {
        var footer = new Sheet.Footer(
                texts.text(job.language(), "paper.page.before"), texts.text(job.language(), "paper.page.between"));
        return press.print(job, footer, clock.instant());
    }

    /** The letter as a PDF. */
    public byte[] letter(Letter letter) {
        return pdf(new PaperJob(
                letter.title(), letter.language(), html("paper/letter.jte", Map.of("letter", letter)), Map.of()));
    }

    /** The copy of a filing as a PDF, with files such as the canonical answers inside, by file name. */
    public byte[] record(FilingRecord filing, Map<String, byte[]> attachments) {
        var values = new HashMap<String, Object>(Map.of("filing", filing));
        for (var column : List.of("number", "question", "answer")) {
            values.put(column, texts.text(filing.language(), "paper.record." + column));
        }
        return pdf(new PaperJob(filing.title(), filing.language(), html("paper/record.jte", values), attachments));
    }

    private String html(String template, Map<String, Object> values) {
        var output = new StringOutput();
        templates.render(template, values, output);
        return output.toString();
    }
}
