package fairway.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** What the product answered. */
@SuppressWarnings("ArrayRecordComponent")
record Answer(int status, Map<String, String> headers, byte[] body) {
    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Where a redirect leads, without host. */
    String location() {
        return Objects.requireNonNullElse(headers.get("location"), "").replaceFirst("^https?://[^/]*", "");
    }

    String hidden(String name) {
        return first("name=\"" + Pattern.quote(name) + "\" value=\"([^\"]*)\"");
    }

    /** The first group of the first match. */
    String first(String pattern) {
        return all(pattern).stream()
                .findFirst()
                .orElseThrow(() -> new CannotMeasure("No " + pattern + " in an answer " + status + " " + location()));
    }

    List<String> all(String pattern) {
        return Pattern.compile(pattern)
                .matcher(text())
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .toList();
    }

    Answer expect(int wanted, String what) {
        if (status != wanted) {
            throw new CannotMeasure(what + " answered " + status + " instead of " + wanted
                    + (location().isEmpty() ? "" : " (to " + location() + ")"));
        }
        return this;
    }
}
