package fairway.forms;

import java.util.List;
import java.util.stream.Stream;

/** A branch or leaf of "What describes you best?"; leaves carry category codes. */
public record Situation(String id, List<Situation> children, List<String> categories) {
    public Situation {
        children = List.copyOf(children);
        categories = List.copyOf(categories);
    }

    /** This one and all below it. */
    public Stream<Situation> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Situation::all));
    }

    public boolean isLeaf() {
        return children.isEmpty();
    }
}
