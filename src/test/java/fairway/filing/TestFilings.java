package fairway.filing;

import com.fasterxml.uuid.NoArgGenerator;
import fairway.drafts.Draft;
import fairway.drafts.TestDrafts;
import fairway.vault.Vault;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Filings for the tests of other modules, received without walking through the pages. */
@Component
public class TestFilings {
    private static final LocalDate EDITION = LocalDate.of(2025, 8, 21);
    private final Store store;
    private final Vault vault;
    private final NoArgGenerator ids;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    TestFilings(Store store, Vault vault, NoArgGenerator ids, InstantSource clock, ApplicationEventPublisher events) {
        this.store = store;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    @Component
    record Store(TestDrafts drafts, Packages packages, Submission submission) {}

    /** An I-765 of this account, received now. */
    @Transactional
    public UUID receive(UUID account, String applicant, Locale language) {
        return receive(account, applicant, language, "");
    }

    /** The same with more answers, as canonical JSON begins them: {@code "id":value,}. */
    @Transactional
    public UUID receive(UUID account, String applicant, Locale language, String more) {
        var now = clock.instant();
        var draft = store.drafts().signed(account, "i-765", EDITION, language);
        var pack = pack(draft, applicant, now, more);
        store.packages().add(pack, 0, draft.id().toString());
        return store.submission().receive(pack.id()).id();
    }

    private Pack pack(Draft draft, String applicant, Instant now, String more) {
        var canonical = """
                {"answers":{%s"applicant.name":{"family":"%s"}},"edition":"2025-08-21","form":"i-765"}""".formatted(more, applicant);
        var hash = "0".repeat(64);
        var signature = new Pack.Signature(
                applicant,
                now,
                "test",
                EDITION,
                hash,
                "I sign.",
                hash,
                List.of(),
                draft.language().getLanguage(),
                new Pack.By(applicant, Signer.SELF, ""),
                List.of());
        return new Pack(
                ids.generate(),
                draft.id(),
                draft.account(),
                new Pack.Content("i-765", EDITION, draft.language(), vault.newKey(), canonical, hash, signature),
                new Pack.Owed(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(new Pack.Remark(
                                "T-0", Map.of("en", "A remark of tests.", "es", "Una nota de pruebas.")))),
                Pack.State.SIGNED,
                now);
    }

    /** Tells of it once more, as a crashed and repeated transaction would. */
    @Transactional
    public void tellAgain(UUID filing) {
        events.publishEvent(new FilingReceived(filing));
    }
}
