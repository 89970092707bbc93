package fairway.forms;

import fairway.forms.Answer.Known;
import fairway.forms.Answer.Unanswered;
import fairway.forms.CanonicalFiling.Removed;
import fairway.forms.CanonicalFiling.Why;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes answers as they are filed, and reads filed answers back. */
final class Filed {
    private static final JsonMapper JSON = new JsonMapper();

    private final Edition edition;

    Filed(Edition edition) {
        this.edition = edition;
    }

    CanonicalFiling canonical(Walk walk) {
        var removed = new ArrayList<Removed>();
        var answers = new TreeMap<String, Object>();
        edition.items().filter(item -> item.list() == null).forEach(item -> {
            if (item.isList()) {
                list(walk, item, answers, removed);
            } else {
                filed(walk, item, item.key(), removed).ifPresent(json -> answers.put(item.key(), json));
            }
        });
        var whole = new HashMap<String, Object>();
        whole.put("form", edition.header().form());
        whole.put("edition", edition.header().edition());
        whole.put("answers", answers);
        return new CanonicalFiling(CanonicalJson.write(whole), removed);
    }

    private static void list(Walk walk, Item list, Map<String, Object> answers, List<Removed> removed) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var number : walk.answers().numbers(list.key())) {
            var row = new TreeMap<String, Object>();
            for (var field : list.fields()) {
                filed(walk, field, field.path(number), removed).ifPresent(json -> row.put(field.id(), json));
            }
            if (!row.isEmpty()) {
                rows.add(row);
            }
        }
        if (!rows.isEmpty()) {
            answers.put(list.key(), rows);
        }
    }

    private static Optional<Object> filed(Walk walk, Item item, String path, List<Removed> removed) {
        var answer = walk.answers().of(path);
        if (answer.equals(Unanswered.BLANK)) {
            return Optional.empty();
        }
        if (item.traits().own()) {
            removed.add(new Removed(path, Why.OWN));
            return Optional.empty();
        }
        if (!walk.shown(path).isTrue()) {
            removed.add(new Removed(path, Why.HIDDEN));
            return Optional.empty();
        }
        if (answer instanceof Unanswered) {
            removed.add(new Removed(path, Why.UNREADABLE));
        }
        return json(answer);
    }

    private static Optional<Object> json(Answer answer) {
        return switch (answer) {
            case Known(var value, var _) -> Optional.of(Walk.seen(value));
            case Answer.None() -> Optional.of(Map.of("said", "none"));
            case Answer.UnknownToMe() -> Optional.of(Map.of("said", "unknown"));
            case Answer.Withheld() -> Optional.of(Map.of("said", "withheld"));
            case Answer.Hidden() -> Optional.empty();
            case Unanswered(var _) -> Optional.empty();
        };
    }

    Answers read(String json) {
        var written = JSON.readTree(json).path("answers");
        var items = new HashMap<String, Answer>();
        var lists = new HashMap<String, Answers.Numbers>();
        for (var entry : written.properties()) {
            var item = edition.item(entry.getKey())
                    .orElseThrow(() -> new IllegalArgumentException("Not an item of " + edition));
            if (item.isList()) {
                lists.put(item.key(), rows(item, entry.getValue(), items));
            } else {
                items.put(item.key(), answer(item, entry.getValue()));
            }
        }
        return new Answers(items, lists, edition.pages().map(FormPage::id).collect(Collectors.toUnmodifiableSet()));
    }

    private static Answers.Numbers rows(Item list, JsonNode rows, Map<String, Answer> items) {
        var numbers = new ArrayList<Integer>();
        for (var row : rows.values()) {
            var number = numbers.size() + 1;
            numbers.add(number);
            for (var field : list.fields()) {
                if (row.has(field.id())) {
                    items.put(field.path(number), answer(field, row.path(field.id())));
                }
            }
        }
        return new Answers.Numbers(numbers, numbers.size() + 1);
    }

    private static Answer answer(Item item, JsonNode json) {
        if (json.has("said")) {
            return switch (json.path("said").asString()) {
                case "none" -> new Answer.None();
                case "unknown" -> new Answer.UnknownToMe();
                default -> new Answer.Withheld();
            };
        }
        return new Known(value(item.type().kind(), json), Map.of());
    }

    private static Value value(Kind kind, JsonNode json) {
        return switch (kind) {
            case DATE -> new Value.Day(LocalDate.parse(json.asString()));
            case MONEY, INT -> new Value.Whole(json.asLong());
            case YES_NO -> new Value.Flag(json.asBoolean());
            case MULTI -> new Value.Many(strings(json.values()));
            case NAME, ADDRESS, US_ADDRESS, FOREIGN_ADDRESS, SIGNATURE -> {
                var boxes = new LinkedHashMap<String, String>();
                kind.boxes().stream()
                        .filter(json::has)
                        .forEach(box -> boxes.put(box, json.path(box).asString()));
                yield new Value.Parts(boxes);
            }
            case TEXT,
                    LONGTEXT,
                    PHONE_US,
                    PHONE_ANY,
                    EMAIL,
                    A_NUMBER,
                    OAN,
                    SSN,
                    I94,
                    RECEIPT,
                    PASSPORT,
                    SEVIS,
                    CHOICE,
                    STATE,
                    COUNTRY,
                    CATEGORY,
                    SITUATION,
                    LIST -> new Value.Text(json.asString());
        };
    }

    private static List<String> strings(Collection<JsonNode> nodes) {
        return nodes.stream().map(JsonNode::asString).toList();
    }

    /** Writes JSON in the one form of RFC 8785: sorted keys, no spaces, fewest escapes; whole numbers only. */
    static final class CanonicalJson {
        private final StringBuilder out = new StringBuilder();

        private CanonicalJson() {}

        static String write(Object value) {
            var json = new CanonicalJson();
            json.value(value);
            return json.out.toString();
        }

        private void value(Object value) {
            switch (value) {
                case Map<?, ?> map -> object(map);
                case Collection<?> list -> array(list);
                case Boolean yes -> out.append(yes);
                case Long number -> out.append(number);
                case Integer number -> out.append(number);
                default -> string(value.toString());
            }
        }

        private void object(Map<?, ?> map) {
            var sorted = new TreeMap<String, Object>();
            map.forEach((key, value) -> sorted.put(key.toString(), value));
            out.append('{');
            var comma = "";
            for (var entry : sorted.entrySet()) {
                out.append(comma);
                string(entry.getKey());
                out.append(':');
                value(entry.getValue());
                comma = ",";
            }
            out.append('}');
        }

        private void array(Collection<?> list) {
            out.append('[');
            var comma = "";
            for (var element : list) {
                out.append(comma);
                value(element);
                comma = ",";
            }
            out.append(']');
        }

        private void string(String text) {
            out.append('"');
            for (int i = 0; i < text.length(); i++) {
                character(text.charAt(i));
            }
            out.append('"');
        }

        private void character(char c) {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < ' ') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
    }
}
