package fairway.drafts;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a person typed on one page: question path, box of the question (empty when it has only one), words as typed. */
record Words(SortedMap<String, SortedMap<String, String>> fields) {
    static final Words NONE = new Words(new TreeMap<>());

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, TreeMap<String, String>>> SHAPE = new TypeReference<>() {};

    Words {
        var tidy = new TreeMap<String, SortedMap<String, String>>();
        fields.forEach((path, boxes) -> {
            var filled = new TreeMap<String, String>(boxes);
            filled.values().removeIf(String::isEmpty);
            if (!filled.isEmpty()) {
                tidy.put(path, Collections.unmodifiableSortedMap(filled));
            }
        });
        fields = Collections.unmodifiableSortedMap(tidy);
    }

    static Words of(Map<String, ? extends Map<String, String>> fields) {
        var sorted = new TreeMap<String, SortedMap<String, String>>();
        fields.forEach((path, boxes) -> sorted.put(path, new TreeMap<>(boxes)));
        return new Words(sorted);
    }

    static Words one(String path, String word) {
        return of(Map.of(path, Map.of("", word)));
    }

    Map<String, String> at(String path) {
        return fields.getOrDefault(path, Collections.emptySortedMap());
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    Words with(String path, Map<String, String> boxes) {
        var changed = new TreeMap<>(fields);
        changed.put(path, new TreeMap<>(boxes));
        return new Words(changed);
    }

    SortedSet<String> paths() {
        return new TreeSet<>(fields.keySet());
    }

    /** Paths that these two do not say alike. */
    SortedSet<String> differences(Words other) {
        var all = paths();
        all.addAll(other.fields.keySet());
        all.removeIf(path -> at(path).equals(other.at(path)));
        return all;
    }

    byte[] bytes() {
        return JSON.writeValueAsString(fields).getBytes(StandardCharsets.UTF_8);
    }

    static Words read(byte[] bytes) {
        return of(JSON.readValue(bytes, SHAPE));
    }
}
