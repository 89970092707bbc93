package fairway.drafts;

import fairway.audit.Actor;
import fairway.documents.Document;
import fairway.documents.Documents;
import fairway.documents.Holder;
import fairway.documents.Opening;
import fairway.documents.Reader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whether an uploaded photo has the shape and the size of a passport photo, by its header. */
@Component
class PhotoFacts implements FactSource {
    private static final String FACT = "photo_unsuitable";
    private static final String SLOT = "photo";
    private static final int LEAST = 600;
    private final Documents documents;

    PhotoFacts(Documents documents) {
        this.documents = documents;
    }

    @Override
    public Set<String> names() {
        return Set.of(FACT);
    }

    @Override
    public Map<String, Object> of(Opened draft) {
        var holder = new Holder("draft", draft.draft().id());
        var sizes = documents.of(holder).stream()
                .filter(file -> file.slot().equals(SLOT) && file.type().startsWith("image/"))
                .flatMap(file -> size(holder, file, Actor.person(draft.draft().account())).stream())
                .toList();
        return sizes.isEmpty() ? Map.of() : Map.of(FACT, sizes.stream().anyMatch(PhotoFacts::unsuitable));
    }

    /** A square may miss a hundredth: nobody cuts to the pixel. */
    private static boolean unsuitable(PixelSize size) {
        int shorter = Math.min(size.width(), size.height());
        int longer = Math.max(size.width(), size.height());
        return shorter < LEAST || (longer - shorter) * 100L > longer;
    }

    private Optional<PixelSize> size(Holder holder, Document file, Actor owner) {
        if (documents.open(holder, file.id(), Reader.person(owner)) instanceof Opening.Content(var _, InputStream in)) {
            try (in) {
                return PixelSize.read(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Optional.empty();
    }
}
