package fairway.ui;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** A sentence with bold words and links, everything else escaped. */
record Rich(String text, Page page) implements Content {
    private static final Pattern MARK =
            Pattern.compile("\\*\\*(.+?)\\*\\*|\\[([^]]+)]\\(((?:/|mailto:|tel:|#)[^)\\s]*)\\)");

    /** Arguments whose marks mean nothing; characters of the private use area stand in for them until the end. */
    static Object[] plain(Object... arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof String typed
                        ? typed.replace('*', '\uE000').replace('[', '\uE001')
                        : argument)
                .toArray();
    }

    @Override
    public void writeTo(TemplateOutput output) {
        var html = MARK.matcher(HtmlUtils.htmlEscape(text, "UTF-8")).replaceAll(this::html);
        output.writeContent(html.replace('\uE000', '*').replace('\uE001', '['));
    }

    private String html(MatchResult found) {
        var made = found.group(1) != null
                ? "<strong>" + found.group(1) + "</strong>"
                : "<a href=\"" + page.url(found.group(3)) + "\">" + found.group(2) + "</a>";
        return made.replace("\\", "\\\\").replace("$", "\\$");
    }
}
