package fairway.drafts;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import fairway.forms.Category;
import fairway.forms.Edition;
import fairway.forms.Forms;
import fairway.forms.Kind;
import fairway.forms.Situation;
import fairway.ui.Option;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the inputs of one page need besides their question: labels of boxes, lists to choose from, hints to the keyboard. */
record Boxes(Forms forms, Edition edition, Locale language, String situation) {
    private static final List<String> STATES = List.of(
            "AL AK AS AZ AR CA CO CT DE DC FL FM GA GU HI ID IL IN IA KS KY LA ME MH MD MA MI MN MP MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PW PA PR RI SC SD TN TX UT VT VI VA WA WV WI WY AA AE AP"
                    .split(" "));
    private static final Set<Kind> DIGITS = Set.of(Kind.SSN, Kind.OAN, Kind.INT, Kind.PHONE_US);

    /** One branch of "What describes you best?". */
    record Group(String label, List<Option> leaves) {
        boolean holds(String value) {
            return leaves.stream().anyMatch(leaf -> leaf.value().equals(value));
        }
    }

    String label(String box) {
        return forms.text(edition, "type.box." + box, Map.of(), language);
    }

    String hint(String box) {
        return forms.text(edition, "type.hint." + box, Map.of(), language);
    }

    List<Option> countries() {
        var in = ULocale.forLocale(language);
        var order = Collator.getInstance(in);
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> Option.of(code, ULocale.getDisplayCountry("und_" + code, in)))
                .sorted(Comparator.comparing(Option::label, order::compare))
                .toList();
    }

    List<Option> states() {
        return STATES.stream()
                .map(code -> Option.of(code, forms.text(edition, "type.state." + code, Map.of(), language)))
                .toList();
    }

    List<Option> units() {
        return List.of("APT", "STE", "FLR").stream()
                .map(code -> Option.of(code, forms.text(edition, "type.unit." + code, Map.of(), language)))
                .toList();
    }

    List<Group> situations() {
        return edition.situations().stream()
                .map(branch -> new Group(
                        words(branch),
                        branch.all()
                                .filter(Situation::isLeaf)
                                .map(leaf -> Option.of(leaf.id(), words(leaf)))
                                .toList()))
                .toList();
    }

    private String words(Situation situation) {
        return edition.text(language, "situation." + situation.id() + ".label");
    }

    /** The categories behind the chosen situation. */
    List<Option> nearCategories() {
        var near = near();
        return edition.categories().stream()
                .filter(category -> near.contains(category.code()))
                .map(this::option)
                .toList();
    }

    List<Option> otherCategories() {
        var near = near();
        return edition.categories().stream()
                .filter(category -> !near.contains(category.code()))
                .map(this::option)
                .toList();
    }

    private List<String> near() {
        return edition.situations().stream()
                .flatMap(Situation::all)
                .filter(one -> one.id().equals(situation))
                .flatMap(one -> one.categories().stream())
                .toList();
    }

    private Option option(Category category) {
        return new Option(
                category.code(),
                edition.text(language, "category." + category.code() + ".meaning"),
                "(" + String.join(")(", category.boxes()) + ")");
    }

    /** The script's way to say: something is chosen, and it is not this. */
    String filledButNot(String name, String value) {
        return new Reveal.Term(name, List.of(value), true).rule();
    }

    /** Browsers may fill in what they know about the person at the keyboard, and nobody else. */
    boolean own(Field field) {
        return field.name().startsWith("applicant.") || field.name().startsWith("contact.");
    }

    String inputType(Kind kind) {
        return switch (kind) {
            case EMAIL -> "email";
            case PHONE_US, PHONE_ANY -> "tel";
            default -> "text";
        };
    }

    @Nullable
    String inputMode(Kind kind) {
        return DIGITS.contains(kind) ? "numeric" : null;
    }

    @Nullable
    String width(Field field) {
        return switch (field.kind()) {
            case A_NUMBER, OAN, SSN, I94, RECEIPT, SEVIS, PHONE_US, PASSPORT -> "md";
            case INT -> "xs";
            default -> null;
        };
    }

    @Nullable
    String autocomplete(Field field) {
        if (!own(field)) {
            return null;
        }
        return switch (field.kind()) {
            case EMAIL -> "email";
            case PHONE_US, PHONE_ANY -> "tel-national";
            default -> null;
        };
    }

    int maxLength(Field field) {
        return field.kind() == Kind.TEXT ? (int) field.type().max() : 0;
    }
}
