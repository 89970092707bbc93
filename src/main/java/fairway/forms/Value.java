package fairway.forms;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A read value; which of these a type has is fixed by its {@link Kind}. */
public sealed interface Value {
    /** Words, a number with meaning such as a receipt number, or the key of a choice. */
    record Text(String text) implements Value {}

    record Flag(boolean yes) implements Value {}

    /** A count or whole dollars. */
    record Whole(long number) implements Value {}

    record Day(LocalDate date) implements Value {}

    record Many(List<String> keys) implements Value {
        public Many {
            keys = List.copyOf(keys);
        }
    }

    /** A name, address or signature: only boxes with something in them, in their order. */
    record Parts(Map<String, String> boxes) implements Value {
        public Parts {
            boxes = Collections.unmodifiableMap(new LinkedHashMap<>(boxes));
        }
    }
}
