package fairway.notices;

import fairway.paper.Letter;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import org.springframework.stereotype.Component;

/** A letter as a part of a page, with the same words as its PDF. */
@Component
class LetterHtml {
    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, LetterHtml.class.getClassLoader(), "fairway");

    String of(Letter letter) {
        var output = new StringOutput();
        templates.render("notices/letter.jte", letter, output);
        return output.toString();
    }
}
