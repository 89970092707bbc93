package fairway.drafts;

import java.util.ArrayList;
import java.util.List;

/** Brings two people’s, or two windows’, work on one page together without ever choosing between them. */
sealed interface Merge {
    /** Nothing contradicts; these are the words of both. */
    record Together(Words words) implements Merge {}

    /** The same questions were answered differently; {@code otherwise} is right for all the rest. */
    record Apart(List<String> paths, Words otherwise) implements Merge {}

    /**
     * Field by field: who changed a field since it was shown decides it; where both did, and not alike, nobody does.
     *
     * @param shown fingerprints of the fields as they stood on the page that was filled in
     */
    static Merge of(Shown shown, Words mine, Words theirs) {
        var merged = theirs;
        var apart = new ArrayList<String>();
        for (var path : mine.differences(theirs)) {
            var changedByMe = !shown.same(path, mine.at(path));
            var changedByThem = !shown.same(path, theirs.at(path));
            if (changedByMe && changedByThem) {
                apart.add(path);
            } else if (changedByMe) {
                merged = merged.with(path, mine.at(path));
            }
        }
        return apart.isEmpty() ? new Together(merged) : new Apart(List.copyOf(apart), merged);
    }
}
