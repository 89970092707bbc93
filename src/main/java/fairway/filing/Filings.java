package fairway.filing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What was filed. Until filings have their table, they live in memory, put there by tests. */
@Component
public class Filings {
    private final Map<UUID, Filing> kept = new ConcurrentHashMap<>();

    public Optional<Filing> find(UUID filing) {
        return Optional.ofNullable(kept.get(filing));
    }

    public FiledAnswers answersOf(UUID filing, Locale language) {
        return new FiledAnswers(List.of());
    }

    void keep(Filing filing) {
        kept.put(filing.id(), filing);
    }
}
