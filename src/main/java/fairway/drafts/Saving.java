package fairway.drafts;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Saves pages of drafts so that nothing anybody typed is lost and nothing is decided silently. */
@Service
class Saving {
    private final DraftTable drafts;
    private final DraftPages pages;
    private final DraftLife life;
    private final InstantSource clock;

    Saving(DraftTable drafts, DraftPages pages, DraftLife life, InstantSource clock) {
        this.drafts = drafts;
        this.pages = pages;
        this.life = life;
        this.clock = clock;
    }

    /**
     * A page as it was filled in.
     *
     * @param finished whether the person meant to be done with it; what is blank on a finished page is blank for good
     */
    record Post(UUID account, PageToken token, Words words, boolean finished, String language) {}

    /** What became of a save. */
    sealed interface Outcome {
        record Saved(Draft draft, SavedPage page) implements Outcome {}

        /** Somebody answered the same question differently meanwhile; nothing was written. */
        record Clash(Draft draft, SavedPage theirs, Merge.Apart apart) implements Outcome {}

        /** The instance was taken off the list meanwhile. */
        record Removed(Draft draft) implements Outcome {}

        /** Signed already: answers cannot change. */
        record Frozen(Draft draft) implements Outcome {}

        record NoSuchDraft() implements Outcome {}
    }

    @Transactional
    public Outcome save(Post post) {
        var found = drafts.lock(post.account(), post.token().draft());
        if (found.isEmpty()) {
            return new Outcome.NoSuchDraft();
        }
        var draft = found.get();
        if (!draft.open()) {
            return new Outcome.Frozen(draft);
        }
        var token = post.token();
        var current = current(draft, post);
        if (current.removed()) {
            return new Outcome.Removed(draft);
        }
        if (!current.saved() || current.rev() == token.rev() || current.nonce().equals(token.nonce())) {
            return write(draft, current, post, post.words());
        }
        return switch (Merge.of(token.shown(), post.words(), current.words())) {
            case Merge.Together(var words) -> write(draft, current, post, words);
            case Merge.Apart apart -> new Outcome.Clash(draft, current, apart);
        };
    }

    /** Takes an instance off its list; its number is never used again. */
    @Transactional
    public Outcome remove(UUID account, UUID draftId, String page, int instance) {
        var found = drafts.lock(account, draftId);
        if (found.isEmpty()) {
            return new Outcome.NoSuchDraft();
        }
        var draft = found.get();
        if (!draft.open()) {
            return new Outcome.Frozen(draft);
        }
        var current = pages.find(draft, page, instance);
        if (current.isEmpty() || current.get().removed()) {
            return new Outcome.Removed(draft);
        }
        var last = current.get();
        var gone = new SavedPage(
                page, instance, last.rev() + 1, "", true, true, last.language(), account, clock.instant(), Words.NONE);
        put(draft, gone);
        pages.log(draft, gone, last.words().paths());
        return new Outcome.Removed(draft);
    }

    /** What is there now; a new list instance whose number another window has taken meanwhile gets the next one. */
    private SavedPage current(Draft draft, Post post) {
        var token = post.token();
        var found = pages.find(draft, token.page(), token.instance());
        if (found.isPresent()) {
            var taken = token.instance() > 0
                    && token.rev() == 0
                    && !found.get().nonce().equals(token.nonce());
            return taken
                    ? SavedPage.never(token.page(), pages.nextInstance(draft, token.page()), post.account())
                    : found.get();
        }
        return SavedPage.never(token.page(), token.instance(), post.account());
    }

    private Outcome write(Draft draft, SavedPage current, Post post, Words words) {
        var changed = words.differences(current.words());
        var finished = post.finished() || current.finished();
        if (current.saved() && changed.isEmpty() && current.finished() == finished) {
            return new Outcome.Saved(draft, current);
        }
        var next = new SavedPage(
                current.page(),
                current.instance(),
                current.rev() + 1,
                words.equals(post.words()) ? post.token().nonce() : "",
                finished,
                false,
                post.language(),
                post.account(),
                clock.instant(),
                words);
        put(draft, next);
        if (!changed.isEmpty()) {
            pages.log(draft, next, changed);
        }
        return new Outcome.Saved(draft, next);
    }

    private void put(Draft draft, SavedPage page) {
        if (!pages.write(draft, page)) {
            throw new IllegalStateException("Page " + page.page() + " moved although its draft is locked");
        }
        Instant now = clock.instant();
        drafts.touch(draft.id(), now, life.endFrom(now));
    }
}
