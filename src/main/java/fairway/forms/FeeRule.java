package fairway.forms;

import org.jspecify.annotations.Nullable;

/** A row that owes a fee code; what the code costs is the business of payments. */
public record FeeRule(String code, @Nullable String group, Condition when) {
    public String textKey() {
        return "fee." + code + ".why";
    }
}
