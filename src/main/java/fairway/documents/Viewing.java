package fairway.documents;

/** What became of the wish to look at a page without opening the file. */
public sealed interface Viewing {
    /** A picture of the page, drawn by us; {@link Documents#sendPage} sends it. */
    record Page(Document document, int page, int pages, int width, int height) implements Viewing {}

    /** It cannot be drawn, or nobody may see it. */
    record NoView(Document document) implements Viewing {}
}
