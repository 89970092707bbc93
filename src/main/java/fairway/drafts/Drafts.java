package fairway.drafts;

import fairway.forms.Forms;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Drafts as whoever reviews, signs and files them sees them. */
@Component
public class Drafts {
    private final Forms forms;
    private final DraftTable table;
    private final DraftReader reader;
    private final Accepted accepted;
    private final Seen seen;

    Drafts(Forms forms, DraftTable table, DraftReader reader, Accepted accepted, Seen seen) {
        this.forms = forms;
        this.table = table;
        this.reader = reader;
        this.accepted = accepted;
        this.seen = seen;
    }

    @Component
    record Seen(AnswerViews answers, EvidenceSlots slots, Declarations declarations, KnownFacts facts) {}

    /** The draft of this account with everything that follows from its answers; a foreign one is not found. */
    public Opened open(UUID account, UUID draft) {
        return seen.facts().added(reader.open(account, draft));
    }

    /** The draft, locked until the end of the transaction: orders saving, signing, reopening and deletion. */
    public Optional<Draft> lock(UUID account, UUID draft) {
        return table.lock(account, draft);
    }

    /** Its answers cannot change until it is opened again. */
    public void signed(UUID draft) {
        table.status(draft, Draft.Status.SIGNED);
    }

    public void openAgain(UUID draft) {
        table.status(draft, Draft.Status.OPEN);
    }

    /** Everything typed is gone, our own questions with it. */
    public void filed(UUID draft) {
        table.empty(draft);
        table.status(draft, Draft.Status.FILED);
    }

    /** Warnings the person has read and goes on in spite of. */
    public Set<String> accepted(UUID draft) {
        return accepted.of(draft);
    }

    public void accept(UUID draft, Collection<String> warnings, Instant now) {
        accepted.replace(draft, warnings, now);
    }

    /** Every answer in words, by the parts of the form. */
    public List<AnswerSection> answers(Opened draft, Locale language) {
        return seen.answers().sections(draft, language);
    }

    /** What interpreters and preparers have signed. */
    public List<Declaration> declarations(Opened draft) {
        return seen.declarations().signed(draft);
    }

    /** Papers that are asked for and not here, and translations that documents in other languages still lack. */
    public List<Missing> missing(Opened draft, Locale language) {
        return seen.slots().missing(draft, language);
    }

    /** What each file slot is for, by the slot's name, in the order of the form. */
    public Map<String, String> slots(Opened draft, Locale language) {
        return seen.slots().titles(draft, language);
    }

    /** The drafts of a person that are not filed yet, last touched first. */
    public List<DraftSummary> of(UUID account, Locale wanted) {
        return table.of(account).stream().map(draft -> summary(draft, wanted)).toList();
    }

    private DraftSummary summary(Draft draft, Locale wanted) {
        var edition = forms.edition(draft.form(), draft.edition().toString());
        return new DraftSummary(
                draft.id(),
                edition.header().number(),
                edition.text(edition.language(wanted), "form.title"),
                draft.progress().percent(),
                draft.progress().pagesLeft(),
                !draft.open(),
                draft.touched(),
                draft.expires(),
                "/drafts/" + draft.id() + (draft.open() ? "" : "/pay"));
    }
}
