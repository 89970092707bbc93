package fairway.filing;

import com.fasterxml.uuid.NoArgGenerator;
import fairway.audit.Act;
import fairway.audit.Actor;
import fairway.audit.Audit;
import fairway.audit.Subject;
import fairway.drafts.Draft;
import fairway.drafts.Drafts;
import fairway.filing.Signable.Obstacle;
import fairway.vault.Vault;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Freezes a draft under its person's signature, once. */
@Service
class Signing {
    private final Drafts drafts;
    private final Packages packs;
    private final Signables signables;
    private final Submission submission;
    private final Means means;

    Signing(Drafts drafts, Packages packs, Signables signables, Submission submission, Means means) {
        this.drafts = drafts;
        this.packs = packs;
        this.signables = signables;
        this.submission = submission;
        this.means = means;
    }

    @Component
    record Means(Vault vault, NoArgGenerator ids, InstantSource clock, Audit audit, ReceiptPromise promise) {}

    /**
     * A signature as it was given.
     *
     * @param sha256 hash of the answers that were shown for signing
     * @param once made when the page was shown: the same page signs once, however often it is sent
     */
    record Wish(UUID account, UUID draft, String sha256, String once, Typed typed, Locale language) {}

    record Typed(String name, boolean agreed) {}

    /** What became of it. */
    sealed interface Outcome {
        /** Signed, now or before; something is to be paid. */
        record Signed(Pack pack) implements Outcome {}

        /** Signed and received: nothing was owed, or it was received before. */
        record Received(Filing filing) implements Outcome {}

        /** The answers are not the ones that were shown. */
        record Changed() implements Outcome {}

        record NameDiffers(String legalName) implements Outcome {}

        record NotAgreed() implements Outcome {}

        /** Something must be fixed or read first. */
        record Blocked(List<Obstacle> obstacles) implements Outcome {}

        record NoSuchDraft() implements Outcome {}
    }

    @Transactional
    public Outcome sign(Wish wish) {
        var found = drafts.lock(wish.account(), wish.draft());
        if (found.isEmpty()) {
            return new Outcome.NoSuchDraft();
        }
        var standing = packs.standing(wish.draft());
        if (standing.isPresent()) {
            return submission
                    .ofDraft(wish.draft())
                    .<Outcome>map(Outcome.Received::new)
                    .orElseGet(() -> new Outcome.Signed(standing.get()));
        }
        var signable = signables.of(drafts.open(wish.account(), wish.draft()));
        if (!signable.obstacles().isEmpty()) {
            return new Outcome.Blocked(signable.obstacles());
        }
        if (!signable.filing().sha256().equals(wish.sha256())) {
            return new Outcome.Changed();
        }
        if (!wish.typed().agreed()) {
            return new Outcome.NotAgreed();
        }
        if (!signable.signer().name().typedAs(wish.typed().name())) {
            return new Outcome.NameDiffers(signable.signer().name().whole());
        }
        return freeze(wish, found.get(), signable);
    }

    private Outcome freeze(Wish wish, Draft draft, Signable signable) {
        var now = means.clock().instant();
        var text = signable.text();
        var signature = new Pack.Signature(
                wish.typed().name().strip(),
                now,
                text.id(),
                text.version(),
                text.sha256(),
                text.text(Locale.ENGLISH),
                signable.filing().sha256(),
                signable.files().stream().map(file -> file.sha256()).toList(),
                wish.language().getLanguage(),
                Pack.By.of(signable.signer()),
                signable.declarations().stream().map(Pack.Declared::of).toList());
        var content = new Pack.Content(
                draft.form(),
                draft.edition(),
                wish.language(),
                means.vault().newKey(),
                signable.filing().json(),
                signable.filing().sha256(),
                signature);
        var pack = new Pack(
                means.ids().generate(), draft.id(), draft.account(), content, owed(signable), Pack.State.SIGNED, now);
        packs.add(pack, draft.rev(), wish.once());
        drafts.signed(draft.id());
        means.promise().signed(pack);
        act(draft, "draft.signed", Map.of("package", pack.id().toString(), "sha256", content.sha256()));
        return signable.price().free() ? new Outcome.Received(submission.receive(pack.id())) : new Outcome.Signed(pack);
    }

    private static Pack.Owed owed(Signable signable) {
        var leftOut = signable.filing().removed().stream()
                .map(gone -> gone.why() + " " + gone.path())
                .toList();
        return new Pack.Owed(
                signable.fees(),
                signable.accepted(),
                leftOut,
                signable.evidence().remarks());
    }

    /** Makes a signed draft one that can be changed again; the signature is void. */
    @Transactional
    public boolean reopen(UUID account, UUID id) {
        var draft = drafts.lock(account, id);
        var pack = packs.standing(id).filter(one -> one.state() == Pack.State.SIGNED);
        if (draft.isEmpty() || pack.isEmpty()) {
            return false;
        }
        packs.state(pack.get().id(), Pack.State.TAKEN_BACK);
        means.promise().takenBack(pack.get());
        drafts.openAgain(id);
        act(draft.get(), "draft.reopened", Map.of("package", pack.get().id().toString()));
        return true;
    }

    private void act(Draft draft, String what, Map<String, String> facts) {
        means.audit().record(new Act(Actor.person(draft.account()), what, Subject.of("draft", draft.id()), facts));
    }
}
