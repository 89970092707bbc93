package fairway.cases;

import fairway.drafts.Drafts;
import fairway.identity.Hold;
import fairway.identity.Holding;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Keeps an account open as long as the agency works for its person, or a signed form waits for its payment. */
@Component
class OpenCases implements Holding {
    private final CaseFiles files;
    private final Drafts drafts;

    OpenCases(CaseFiles files, Drafts drafts) {
        this.files = files;
        this.drafts = drafts;
    }

    @Override
    public List<Hold> on(UUID account) {
        var cases = files.of(account).stream()
                .filter(file -> !file.state().closed())
                .map(file -> new Hold("identity.hold.case", file.receipt().value(), "/cases/" + file.receipt()));
        var unpaid = drafts.of(account, Locale.ENGLISH).stream()
                .filter(draft -> draft.signed())
                .map(draft -> new Hold("identity.hold.unpaid", draft.number(), draft.path()));
        return Stream.concat(cases, unpaid).toList();
    }
}
