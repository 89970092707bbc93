package fairway.documents;

/** One page as a picture of ours: {@code page} of {@code pages}, as JPEG. */
@SuppressWarnings("ArrayRecordComponent")
record Picture(int page, int pages, int width, int height, byte[] jpeg) {}
