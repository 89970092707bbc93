package fairway.paper;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The whole XHTML document around a job: head, style, footer, bookmarks. */
final class Sheet {
    private static final String STYLE = read("paper.css");
    /** What no font can show and no XML may hold: controls, and marks that change the direction of what follows. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]");

    private static final String FOOTER = "font-size: 8.5pt; color: #4a5560; vertical-align: top; padding-top: 4mm;";

    /** The words around the two numbers: "Page 1 of 2". */
    record Footer(String before, String between) {}

    private Sheet() {}

    static Document of(PaperJob job, Footer footer) {
        var document = parse(
                "<html xmlns='http://www.w3.org/1999/xhtml'><head/><body>" + clean(job.html()) + "</body></html>");
        var root = document.getDocumentElement();
        root.setAttribute("lang", job.language().toLanguageTag());
        root.setAttribute("xml:lang", job.language().toLanguageTag());
        var head = first(root, "head");
        add(head, "title").setTextContent(clean(job.title()));
        var description = add(head, "meta");
        description.setAttribute("name", "description");
        description.setAttribute("content", clean(job.title()));
        add(head, "style").setTextContent(STYLE + page(clean(job.title()), footer));
        bookmarks(document, head);
        return document;
    }

    private static void bookmarks(Document document, Element head) {
        var bookmarks = add(head, "bookmarks");
        for (var name : List.of("h1", "h2")) {
            var headings = document.getElementsByTagName(name);
            IntStream.range(0, headings.getLength()).forEach(n -> {
                var heading = (Element) headings.item(n);
                heading.setAttribute("id", name + "-" + n);
                var bookmark = add(bookmarks, "bookmark");
                bookmark.setAttribute("name", heading.getTextContent().strip());
                bookmark.setAttribute("href", "#" + name + "-" + n);
            });
        }
    }

    private static String page(String title, Footer footer) {
        return """
                @page {
                  @bottom-left { %1$s width: 75%%; content: "%2$s"; }
                  @bottom-right { %1$s text-align: right; content: "%3$s" counter(page) "%4$s" counter(pages); }
                }
                """.formatted(
                        FOOTER, quoted(title), quoted(footer.before() + " "), quoted(" " + footer.between() + " "));
    }

    private static String quoted(String text) {
        return text.replaceAll("[\\\\\"\\n\\r]", " ");
    }

    /** Composed letters, because fonts hold "ő" and not always "o" with an accent put on it. */
    static String clean(String text) {
        return INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll("");
    }

    private static Element first(Element parent, String name) {
        return (Element) parent.getElementsByTagName(name).item(0);
    }

    private static Element add(Element parent, String name) {
        var child = parent.getOwnerDocument().createElement(name);
        parent.appendChild(child);
        return child;
    }

    private static Document parse(String xhtml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(xhtml)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalArgumentException("The page to print is not XHTML: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(String name) {
        try (var in = Press.resource(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
