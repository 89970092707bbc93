package fairway.forms;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;

/** The closed list of answer types; what a type means in CEL and how it is typed stands in docs/forms-format.md. */
public enum Kind {
    TEXT,
    LONGTEXT,
    NAME("family", "given", "middle"),
    ADDRESS(
            "in_care_of",
            "street",
            "unit_type",
            "unit_number",
            "city",
            "state",
            "zip",
            "province",
            "postal_code",
            "country"),
    US_ADDRESS("in_care_of", "street", "unit_type", "unit_number", "city", "state", "zip"),
    FOREIGN_ADDRESS("in_care_of", "street", "unit_type", "unit_number", "city", "province", "postal_code", "country"),
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
    DATE("month", "day", "year"),
    MONEY,
    INT,
    YES_NO,
    CHOICE,
    MULTI,
    STATE,
    COUNTRY,
    CATEGORY,
    SITUATION,
    SIGNATURE("name"),
    LIST;

    private final ImmutableList<String> boxes;

    Kind(String... boxes) {
        this.boxes = ImmutableList.copyOf(boxes);
    }

    /** The boxes a person types into, in order; empty when there is only one, without a name. */
    public List<String> boxes() {
        return boxes;
    }

    /** Whether a value is several strings that conditions reach with a dot. */
    public boolean isComposite() {
        return !boxes.isEmpty() && this != DATE;
    }

    /** The word used in edition files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
