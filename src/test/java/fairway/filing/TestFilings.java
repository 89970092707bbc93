package fairway.filing;

import com.fasterxml.uuid.NoArgGenerator;
import fairway.vault.Vault;
import java.time.InstantSource;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Filings for the tests of other modules, received without walking through the pages. */
@Component
public class TestFilings {
    private final Filings filings;
    private final Vault vault;
    private final NoArgGenerator ids;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    TestFilings(
            Filings filings, Vault vault, NoArgGenerator ids, InstantSource clock, ApplicationEventPublisher events) {
        this.filings = filings;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    /** An I-765 of this account, received now. */
    @Transactional
    public UUID receive(UUID account, String applicant, Locale language) {
        var filing = new Filing(
                ids.generate(),
                account,
                "i-765",
                "2025-08-21",
                clock.instant(),
                "0".repeat(64),
                vault.newKey(),
                applicant,
                language);
        filings.keep(filing);
        events.publishEvent(new FilingReceived(filing.id()));
        return filing.id();
    }

    /** Tells of it once more, as a crashed and repeated transaction would. */
    @Transactional
    public void tellAgain(UUID filing) {
        events.publishEvent(new FilingReceived(filing));
    }
}
