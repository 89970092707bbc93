package fairway.documents;

/** A document not wholly in English, and what still has to come with it. */
public record Lacking(Document document, boolean translation, boolean certificate) {}
