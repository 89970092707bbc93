package fairway.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An address in the boxes that forms ask for; {@code country} is a code such as {@code US}. */
public record PostalAddress(Map<String, String> boxes) {
    static final List<String> BOXES = List.of(
            "country",
            "in_care_of",
            "street",
            "unit_type",
            "unit_number",
            "city",
            "state",
            "zip",
            "province",
            "postal_code");
    static final List<String> UNITS = List.of("APT", "STE", "FLR");
    /** Codes of the states and territories that mail of the United States goes to. */
    public static final Set<String> STATES = Set.of(
            ("AA AE AK AL AP AR AS AZ CA CO CT DC DE FL FM GA GU HI IA ID IL IN KS KY LA MA MD ME MH MI MN MO MP MS MT"
                            + " NC ND NE NH NJ NM NV NY OH OK OR PA PR PW RI SC SD TN TX UT VA VI VT WA WI WV WY")
                    .split(" "));

    public PostalAddress {
        boxes = boxes.entrySet().stream()
                .filter(box -> BOXES.contains(box.getKey()) && !box.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public String box(String name) {
        return boxes.getOrDefault(name, "");
    }

    boolean american() {
        return box("country").equals("US");
    }

    /** As on an envelope, without the person’s name. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        if (!box("in_care_of").isEmpty()) {
            lines.add("c/o " + box("in_care_of"));
        }
        lines.add(joined(", ", box("street"), joined(" ", unit(), box("unit_number"))));
        if (american()) {
            lines.add(joined(" ", box("city") + ",", box("state"), box("zip")));
        } else {
            lines.add(joined(" ", box("city"), box("province"), box("postal_code")));
            lines.add(Locale.of("", box("country")).getDisplayCountry(Locale.ENGLISH));
        }
        return List.copyOf(lines);
    }

    private String unit() {
        return switch (box("unit_type")) {
            case "APT" -> "Apt.";
            case "STE" -> "Ste.";
            case "FLR" -> "Floor";
            default -> "";
        };
    }

    private static String joined(String between, String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(between));
    }
}
