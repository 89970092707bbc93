package fairway.drafts;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks everybody who knows something about a draft besides its answers, as far as its edition wants to know it. */
@Component
class KnownFacts {
    private final ObjectProvider<FactSource> sources;

    KnownFacts(ObjectProvider<FactSource> sources) {
        this.sources = sources;
    }

    Opened added(Opened draft) {
        if (!draft.draft().open()) {
            return draft;
        }
        var known = new HashMap<String, Object>();
        var wanted = draft.edition().facts();
        sources.stream()
                .filter(source -> source.names().stream().anyMatch(wanted::contains))
                .map(source -> source.of(draft))
                .map(Map::entrySet)
                .forEach(facts -> facts.stream()
                        .filter(fact -> wanted.contains(fact.getKey()))
                        .forEach(fact -> known.put(fact.getKey(), fact.getValue())));
        return known.isEmpty() ? draft : draft.knowing(known);
    }

    Set<String> names() {
        return sources.stream().flatMap(source -> source.names().stream()).collect(Collectors.toSet());
    }
}
