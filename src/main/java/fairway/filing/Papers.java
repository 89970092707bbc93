package fairway.filing;

import fairway.documents.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names of files under what they were uploaded for. */
record Papers(String title, List<String> files) {
    /** In the order of the slots; what belongs to none of them comes last, under {@code other}. */
    static List<Papers> of(List<Document> files, Map<String, String> slots, String other) {
        var names = new LinkedHashMap<String, List<String>>();
        slots.values().forEach(title -> names.put(title, new ArrayList<>()));
        for (var file : files) {
            names.computeIfAbsent(slots.getOrDefault(file.slot(), other), any -> new ArrayList<>())
                    .add(file.name());
        }
        return names.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> new Papers(entry.getKey(), entry.getValue()))
                .toList();
    }
}
