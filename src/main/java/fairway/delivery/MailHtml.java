package fairway.delivery;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** The same words as simple HTML: paragraphs, line breaks and links, nothing fetched from anywhere. */
final class MailHtml {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:)]");

    private static final Pattern EMPTY_LINE = Pattern.compile("\\n\\s*\\n");

    private MailHtml() {}

    static List<String> paragraphs(String body) {
        return EMPTY_LINE.splitAsStream(body.strip()).toList();
    }

    static String of(Locale language, String subject, String body) {
        var html = new StringBuilder()
                .append("<!DOCTYPE html>\n<html lang=\"")
                .append(language.getLanguage())
                .append("\"><head><meta charset=\"utf-8\"><title>")
                .append(escape(subject))
                .append("</title></head>\n<body style=\"font:16px/1.5 sans-serif;color:#1b1b1b;max-width:40em\">\n");
        for (var paragraph : paragraphs(body)) {
            html.append("<p>").append(linked(paragraph, "")).append("</p>\n");
        }
        return html.append("</body></html>\n").toString();
    }

    /** Escaped text with its addresses as links; what begins with {@code base} links to the same host it is read on. */
    static String linked(String text, String base) {
        var html = new StringBuilder();
        var address = ADDRESS.matcher(text);
        int done = 0;
        while (address.find()) {
            var link = escape(address.group());
            var target = !base.isEmpty() && link.startsWith(base + "/") ? link.substring(base.length()) : link;
            html.append(lines(text.substring(done, address.start())))
                    .append("<a href=\"")
                    .append(target)
                    .append("\">")
                    .append(link)
                    .append("</a>");
            done = address.end();
        }
        return html.append(lines(text.substring(done))).toString();
    }

    private static String lines(String text) {
        return escape(text).replace("\n", "<br>\n");
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
