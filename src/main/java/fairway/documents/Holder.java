package fairway.documents;

import java.util.UUID;

/** What a document belongs to, such as {@code ("draft", id)}; whoever calls has already proven that it is theirs. */
public record Holder(String kind, UUID id) {}
