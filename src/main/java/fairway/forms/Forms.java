package fairway.forms;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;

/** The forms of this installation: editions as data, and everything that follows from answers; holds no answers itself. */
public final class Forms {
    private final List<Edition> editions;

    private Forms(YamlFiles files) {
        var reader = new EditionReader(files);
        this.editions = files.read("index.yaml", Raw.Index.class).editions().stream()
                .map(reader::read)
                .toList();
    }

    /** The editions inside the product. */
    public static Forms bundled() {
        return new Forms(YamlFiles.bundled());
    }

    /** The editions in a folder, for authors and tests. */
    public static Forms in(Path folder) {
        return new Forms(YamlFiles.in(folder));
    }

    /** Every edition there is, released or not. */
    public List<Edition> all() {
        return editions;
    }

    public Edition edition(String form, String edition) {
        return editions.stream()
                .filter(one -> one.header().folder().equals(form + "/" + edition))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("No edition " + form + "/" + edition));
    }

    /** The newest edition that is accepted on a day, released or still in the making. */
    public Edition current(String form, LocalDate today) {
        return editions.stream()
                .filter(one -> one.header().form().equals(form) && one.header().accepts(today))
                .max(Comparator.comparing(one -> one.header().edition()))
                .orElseThrow(() -> new NoSuchElementException("No edition of " + form + " on " + today));
    }

    /** The released editions that are accepted on a day. */
    public List<Edition> released(LocalDate today) {
        return editions.stream()
                .filter(one -> one.header().released() && one.header().accepts(today))
                .toList();
    }
}
