package fairway.forms;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One question of a form, or a list of instances when it has fields; its texts are keyed by {@link #key()}. */
public record Item(
        String id,
        @Nullable String list,
        ItemType type,
        List<String> official,
        Condition show,
        Condition required,
        Traits traits,
        List<Item> fields) {

    /** What may happen to an answer besides its value. */
    public record Traits(
            Sensitivity sensitivity, @Nullable String fact, boolean own, boolean missingBlocks, Set<Answer.Said> says) {

        public Traits {
            says = Set.copyOf(says);
        }
    }

    /** How carefully an answer is kept: masked, or sealed and logged on every read. */
    public enum Sensitivity {
        PLAIN,
        SENSITIVE,
        HIGH
    }

    public Item {
        official = List.copyOf(official);
        fields = List.copyOf(fields);
    }

    /** The dotted key of texts and rules; a field of a list has its list before it. */
    public String key() {
        return list == null ? id : list + "." + id;
    }

    public boolean isList() {
        return type.kind() == Kind.LIST;
    }

    /** Where the answer of one instance is kept. */
    public String path(int instance) {
        return list == null ? id : list + "[" + instance + "]." + id;
    }
}
