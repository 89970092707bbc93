package fairway.cases;

import fairway.drafts.FactSource;
import fairway.drafts.Opened;
import fairway.filing.Filings;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells a draft whether its account has a case in the same category, open or approved. */
@Component
class CaseFacts implements FactSource {
    private static final String OPEN = "open_same_category";
    private static final String APPROVED = "approved_same_category";
    private final CaseFiles files;
    private final Filings filings;

    CaseFacts(CaseFiles files, Filings filings) {
        this.files = files;
        this.filings = filings;
    }

    @Override
    public Set<String> names() {
        return Set.of(OPEN, APPROVED);
    }

    @Override
    public Map<String, Object> of(Opened draft) {
        var category = draft.word(Filings.CATEGORY);
        if (category.isEmpty()) {
            return Map.of();
        }
        var same = files.of(draft.draft().account()).stream()
                .filter(file -> file.form().equals(draft.draft().form()))
                .filter(file -> filings.categoryOf(file.filing()).equals(category))
                .map(CaseFile::state)
                .toList();
        return Map.of(
                OPEN, same.stream().anyMatch(state -> !state.closed()), APPROVED, same.contains(CaseState.APPROVED));
    }
}
