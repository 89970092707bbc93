package fairway.drafts;

import com.fasterxml.uuid.NoArgGenerator;
import fairway.calendar.LegalCalendar;
import fairway.forms.Forms;
import fairway.identity.Accounts;
import java.time.InstantSource;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts drafts on the edition that is accepted today. */
@Service
class Starting {
    private final Forms forms;
    private final DraftTable drafts;
    private final Accounts accounts;
    private final LegalCalendar calendar;
    private final Made made;

    Starting(Forms forms, DraftTable drafts, Accounts accounts, LegalCalendar calendar, Made made) {
        this.forms = forms;
        this.drafts = drafts;
        this.accounts = accounts;
        this.calendar = calendar;
        this.made = made;
    }

    @org.springframework.stereotype.Component
    record Made(NoArgGenerator ids, InstantSource clock, DraftLife life) {}

    /** A new draft; a second click on "Start" finds the one that nothing was typed into yet. */
    @Transactional
    public Optional<Draft> start(UUID account, String form, Locale language) {
        var holder = accounts.find(account).orElseThrow(() -> new NoSuchElementException("No account " + account));
        var edition = forms.current(form, calendar.today());
        if (edition.isEmpty()) {
            return Optional.empty();
        }
        var untouched = drafts.of(account).stream()
                .filter(draft -> draft.rev() == 0
                        && draft.form().equals(form)
                        && draft.edition().equals(edition.get().header().edition())
                        && draft.open())
                .findFirst();
        if (untouched.isPresent()) {
            return untouched;
        }
        var now = made.clock().instant();
        var draft = new Draft(
                made.ids().generate(),
                account,
                holder.key(),
                form,
                edition.get().header().edition(),
                language,
                0,
                Draft.Status.OPEN,
                new Draft.Progress("", 0, 1),
                now,
                now,
                made.life().endFrom(now));
        drafts.add(draft);
        return Optional.of(draft);
    }
}
