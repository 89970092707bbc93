package fairway.documents;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stored file turned out to be harmful and its content was deleted; {@code account} sent it. */
public record DocumentInfected(
        UUID document, Holder holder, @Nullable UUID account) {}
