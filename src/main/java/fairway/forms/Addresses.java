package fairway.forms;

import fairway.forms.ItemType.Option;
import fairway.forms.Reading.Wrong;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads addresses box by box; what belongs to another kind of country is left out of the value. */
final class Addresses {
    private static final Map<String, Integer> LIMITS = Map.of(
            "in_care_of", 34, "street", 34, "unit_number", 6, "city", 20, "zip", 10, "province", 20, "postal_code", 9);
    private static final Set<String> UNITS = Set.of("APT", "STE", "FLR");
    private static final List<String> HOME_ONLY = List.of("state", "zip");
    private static final List<String> ABROAD_ONLY = List.of("province", "postal_code");

    private final Map<String, String> boxes = new LinkedHashMap<>();
    private final List<Wrong> faults = new ArrayList<>();

    private Addresses(ItemType type, Map<String, String> typed) {
        for (var box : type.kind().boxes()) {
            var word = Words.line(typed.getOrDefault(box, ""));
            if (!word.isEmpty() && (!box.equals("in_care_of") || type.has(Option.IN_CARE_OF))) {
                put(box, word);
            }
        }
    }

    static Reading read(ItemType type, Map<String, String> typed) {
        var address = new Addresses(type, typed);
        address.finish(type.kind());
        return address.faults.isEmpty() ? new Reading.Ok(new Value.Parts(address.boxes)) : address.faults.getFirst();
    }

    private void put(String box, String word) {
        var limit = LIMITS.get(box);
        if (limit != null && Words.length(word) > limit) {
            fail(new Wrong("too_long", Map.of("max", limit), box));
        }
        var strange = Words.scriptFault(word, box);
        if (strange != null) {
            fail(strange);
        }
        boxes.put(box, box.equals("state") || box.equals("unit_type") ? word.toUpperCase(Locale.ROOT) : word);
    }

    private void fail(Wrong why) {
        faults.add(why);
    }

    private void finish(Kind kind) {
        need("street");
        if (boxes.containsKey("unit_type") != boxes.containsKey("unit_number")) {
            fail(Reading.wrong("unit", boxes.containsKey("unit_type") ? "unit_number" : "unit_type"));
        }
        if (boxes.containsKey("unit_type") && !UNITS.contains(boxes.get("unit_type"))) {
            fail(Reading.wrong("choice", "unit_type"));
        }
        need("city");
        if (kind != Kind.US_ADDRESS) {
            country();
        }
        if (kind == Kind.US_ADDRESS || "US".equals(boxes.get("country"))) {
            boxes.keySet().removeAll(ABROAD_ONLY);
            home();
        } else {
            boxes.keySet().removeAll(HOME_ONLY);
        }
    }

    private void need(String box) {
        if (!boxes.containsKey(box)) {
            fail(Reading.wrong("box", box));
        }
    }

    private void country() {
        need("country");
        var code = Places.country(boxes.getOrDefault("country", ""));
        if (code.isEmpty()) {
            fail(Reading.wrong("country", "country"));
        }
        code.ifPresent(known -> boxes.put("country", known));
    }

    private void home() {
        need("state");
        if (!Places.STATES.contains(boxes.getOrDefault("state", ""))) {
            fail(Reading.wrong("choice", "state"));
        }
        need("zip");
        var zip = Reader.tidy(boxes.getOrDefault("zip", ""));
        if (!zip.matches("[0-9]{5}([0-9]{4})?")) {
            fail(Reading.wrong("zip", "zip"));
        } else {
            boxes.put("zip", zip.substring(0, 5));
        }
    }
}
