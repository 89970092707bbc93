package fairway.drafts;

import com.fasterxml.uuid.NoArgGenerator;
import fairway.vault.Vault;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Drafts for tests of what comes after them. */
@Component
public class TestDrafts {
    private final DraftTable drafts;
    private final Vault vault;
    private final NoArgGenerator ids;
    private final InstantSource clock;

    TestDrafts(DraftTable drafts, Vault vault, NoArgGenerator ids, InstantSource clock) {
        this.drafts = drafts;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    /** Signed, with nothing in it. */
    public Draft signed(UUID account, String form, LocalDate edition, Locale language) {
        var now = clock.instant();
        var draft = new Draft(
                ids.generate(),
                account,
                vault.newKey(),
                form,
                edition,
                language,
                0,
                Draft.Status.SIGNED,
                new Draft.Progress("", 100, 0),
                now,
                now,
                now.plusSeconds(3600));
        drafts.add(draft);
        return draft;
    }
}
