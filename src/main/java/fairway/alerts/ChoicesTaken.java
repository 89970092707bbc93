package fairway.alerts;

import fairway.identity.Portable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which news the person gets by which channel, in the archive of the account. */
@Component
class ChoicesTaken implements Portable {
    private final Choices choices;

    ChoicesTaken(Choices choices) {
        this.choices = choices;
    }

    @Override
    public String name() {
        return "alert-choices";
    }

    @Override
    public Object of(UUID account) {
        var all = new LinkedHashMap<String, Map<String, Boolean>>();
        for (var kind : AlertKind.values()) {
            var choice = choices.of(account, kind);
            all.put(kind.name(), Map.of("email", choice.email(), "text", choice.text()));
        }
        return all;
    }
}
