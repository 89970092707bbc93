package fairway.documents;

/** What is known of a file that is in order. */
record Examined(FileType type, int pages) {}
