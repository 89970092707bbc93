package fairway.documents;

import fairway.ui.Page;
import java.util.List;

/**
 * What {@code documents/slot.jte} shows: one piece of evidence with its files. {@code base} is the address of the host's
 * routes, {@code open} whether files may still change, {@code takes} whether there is room for another one, {@code problems}
 * what was wrong with the last upload.
 */
public record FileSlot(
        String slot,
        String base,
        String label,
        String help,
        boolean open,
        boolean takes,
        List<Document> files,
        List<UploadResult.Refused> problems) {
    public FileSlot {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    static String size(Page page, long bytes) {
        return bytes < 1_000_000
                ? page.text("documents.size.kb", Math.max(1, Math.round(bytes / 1000.0)))
                : page.text("documents.size.mb", bytes / 1_000_000.0);
    }

    List<Document> main() {
        return files.stream().filter(file -> file.part() == Part.FILE).toList();
    }

    List<Document> of(Document main, Part part) {
        return files.stream()
                .filter(file -> file.part() == part && main.id().equals(file.translationOf()))
                .toList();
    }
}
