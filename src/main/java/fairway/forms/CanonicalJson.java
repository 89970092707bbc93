package fairway.forms;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Writes JSON in the one form of RFC 8785: sorted keys, no spaces, fewest escapes; whole numbers only. */
final class CanonicalJson {
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
