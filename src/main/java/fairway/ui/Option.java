package fairway.ui;

import org.jspecify.annotations.Nullable;

/** One thing to choose in radios, checkboxes or a list; the hint is a sentence under the label. */
public record Option(String value, String label, @Nullable String hint) {
    public static Option of(String value, String label) {
        return new Option(value, label, null);
    }
}
