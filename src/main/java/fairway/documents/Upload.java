package fairway.documents;

import fairway.audit.Actor;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One file on its way in; the stream is read once and at most to the limit. */
public record Upload(
        Holder holder,
        String slot,
        String fileName,
        InputStream content,
        Actor by,
        boolean foreign,
        Part part,
        @Nullable UUID translationOf) {
    public Upload {
        if ((part == Part.FILE) != (translationOf == null)) {
            throw new IllegalArgumentException("A translation or certificate belongs to a document, a file to none");
        }
    }

    public Upload(Holder holder, String slot, String fileName, InputStream content, Actor by, boolean foreign) {
        this(holder, slot, fileName, content, by, foreign, Part.FILE, null);
    }

    Upload reading(InputStream other) {
        return new Upload(holder, slot, fileName, other, by, foreign, part, translationOf);
    }
}
