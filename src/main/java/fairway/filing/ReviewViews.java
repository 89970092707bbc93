package fairway.filing;

import fairway.documents.Document;
import fairway.drafts.Drafts;
import fairway.drafts.Missing;
import fairway.drafts.Opened;
import fairway.forms.Finding;
import fairway.forms.Forms;
import fairway.forms.Level;
import fairway.ui.Page;
import fairway.ui.Problem;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what the checks found, in words, with a way to each answer. */
@Component
class ReviewViews {
    private final Forms forms;
    private final Drafts drafts;
    private final Confirmations confirmations;
    private final InstantSource clock;

    ReviewViews(Forms forms, Drafts drafts, Confirmations confirmations, InstantSource clock) {
        this.forms = forms;
        this.drafts = drafts;
        this.confirmations = confirmations;
        this.clock = clock;
    }

    ReviewPage review(Page page, Opened draft, Set<String> ticked, boolean missed) {
        var language = draft.edition().language(page.language());
        var notes = notes(page, draft, ticked);
        var problems = missed
                ? notes.warnings().stream()
                        .filter(note -> !note.accepted())
                        .map(note -> new Problem("accept." + note.id(), page.text("filing.review.unread")))
                        .toList()
                : List.<Problem>of();
        return new ReviewPage(
                draft.path(),
                draft.edition().text(language, "form.title"),
                notes,
                drafts.answers(draft, language),
                problems,
                clock.instant(),
                confirmations.standing(page, draft));
    }

    ReviewPage.Notes notes(Page page, Opened draft, Set<String> ticked) {
        var known = drafts.accepted(draft.draft().id());
        return new ReviewPage.Notes(
                at(page, draft, Level.BLOCK, known, ticked),
                warnings(page, draft, known, ticked),
                at(page, draft, Level.TIP, known, ticked));
    }

    /** What answers and missing papers give to look at; none of it stops anybody (ruling 4). */
    private List<ReviewPage.Note> warnings(Page page, Opened draft, Set<String> known, Set<String> ticked) {
        var language = draft.edition().language(page.language());
        var papers = drafts.missing(draft, language).stream()
                .map(missing ->
                        paper(page, draft, missing, known.contains(missing.id()) || ticked.contains(missing.id())));
        return Stream.concat(at(page, draft, Level.WARN, known, ticked).stream(), papers)
                .toList();
    }

    private static ReviewPage.Note paper(Page page, Opened draft, Missing missing, boolean accepted) {
        return new ReviewPage.Note(
                missing.id(),
                page.text("filing.review." + missing.what(), missing.title()),
                missing.title(),
                draft.path() + "/evidence#slot-" + missing.slot(),
                null,
                accepted);
    }

    private List<ReviewPage.Note> at(Page page, Opened draft, Level level, Set<String> known, Set<String> ticked) {
        var language = draft.edition().language(page.language());
        return findings(draft, level).stream()
                .map(finding -> note(page, draft, finding, language, known, ticked))
                .toList();
    }

    /** What the checks say to the person; their own signature is not missing before they sign. */
    List<Finding> findings(Opened draft, Level level) {
        return forms.checks(draft.edition(), draft.answers(), draft.facts()).stream()
                .filter(finding -> finding.level() == level && !ownSignature(draft, finding))
                .toList();
    }

    /** What the checks say to officers alone. */
    List<Pack.Remark> remarks(Opened draft) {
        return findings(draft, Level.OFFICE).stream()
                .map(finding -> new Pack.Remark(
                        finding.id(),
                        draft.edition().header().languages().stream()
                                .collect(Collectors.toMap(
                                        language -> language,
                                        language -> forms.message(draft.edition(), finding, Locale.of(language))))))
                .toList();
    }

    private static boolean ownSignature(Opened draft, Finding finding) {
        return draft.edition()
                .page(String.valueOf(finding.page()))
                .filter(Opened::applicantSigns)
                .isPresent();
    }

    private ReviewPage.Note note(
            Page page, Opened draft, Finding finding, Locale language, Set<String> known, Set<String> ticked) {
        var key = key(draft, finding);
        var formPage = draft.edition().page(String.valueOf(finding.page()));
        return new ReviewPage.Note(
                key,
                forms.message(draft.edition(), finding, language),
                formPage.map(found -> draft.edition().text(language, "page." + found.id() + ".title"))
                        .orElse(null),
                formPage.map(found -> where(draft, finding, found.id())).orElse(null),
                source(page, finding),
                known.contains(key) || ticked.contains(key));
    }

    private static String where(Opened draft, Finding finding, String formPage) {
        int instance = finding.instance();
        return draft.path() + "/" + formPage + (instance == 0 ? "" : "/" + instance) + "?check&from=review";
    }

    private static @Nullable String source(Page page, Finding finding) {
        var source = finding.source();
        if (source.text() == null) {
            return null;
        }
        var words = source.read() == null
                ? page.text("filing.review.source", source.text())
                : page.text("filing.review.source_read", source.text(), page.date(source.read()));
        return source.confirmed() ? words : page.text("filing.review.source_unconfirmed", words);
    }

    /** The check, where it speaks, and what it says: another answer makes another warning. */
    private String key(Opened draft, Finding finding) {
        var message = forms.message(draft.edition(), finding, Locale.ENGLISH);
        var print =
                UUID.nameUUIDFromBytes((finding.path() + message).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var bytes = java.nio.ByteBuffer.allocate(8)
                .putLong(print.getMostSignificantBits())
                .array();
        return finding.id() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What was accepted of what the checks say now, in English words. */
    List<String> acceptedNow(Page page, Opened draft) {
        return notes(page, draft, Set.of()).warnings().stream()
                .filter(ReviewPage.Note::accepted)
                .map(ReviewPage.Note::text)
                .toList();
    }

    List<Papers> papers(Page page, Opened draft, List<Document> files) {
        var slots = drafts.slots(draft, draft.edition().language(page.language()));
        return Papers.of(files, slots, page.text("filing.papers.other"));
    }

    List<String> warningKeys(Opened draft) {
        return Stream.concat(
                        findings(draft, Level.WARN).stream().map(finding -> key(draft, finding)),
                        drafts.missing(draft, Locale.ENGLISH).stream().map(Missing::id))
                .toList();
    }
}
