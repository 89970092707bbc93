package fairway.drafts;

import fairway.drafts.QuestionFrames.Ask;
import fairway.drafts.Saving.Outcome;
import fairway.ui.NotFound;
import fairway.ui.Page;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

/** Takes posted pages, has them saved, and says where to go. */
@Component
class QuestionSaves {
    /** No revision: the next save is merged field by field. */
    private static final long MERGED = -1;

    private final DraftReader reader;
    private final DraftTable drafts;
    private final Saving saving;
    private final PageTokens tokens;
    private final Showing showing;

    QuestionSaves(DraftReader reader, DraftTable drafts, Saving saving, PageTokens tokens, Showing showing) {
        this.reader = reader;
        this.drafts = drafts;
        this.saving = saving;
        this.tokens = tokens;
        this.showing = showing;
    }

    @Component
    record Showing(QuestionFrames frames, QuestionViews views, DraftPages pages, Declarations declarations) {}

    /** A page of a draft, or an instance of its list. */
    record Place(UUID draft, String topic, int instance) {}

    ModelAndView save(Page page, Place place, MultiValueMap<String, String> posted) {
        var account = QuestionController.account(page);
        var leaving = "leave".equals(posted.getFirst("then"));
        var words = words(account, place, posted, !leaving);
        var outcome = saving.save(post(page, account, place, posted, words, !leaving));
        var ask = new Ask(place.instance(), true, from(posted), false);
        return answer(page, place, ask, words, outcome, leaving);
    }

    private ModelAndView answer(Page page, Place place, Ask ask, Words words, Outcome outcome, boolean leaving) {
        return switch (outcome) {
            case Outcome.Saved saved -> page.redirect(after(page, saved, place, ask, leaving));
            case Outcome.Clash clash -> {
                var opened = reader.open(clash.draft());
                var formPage = QuestionController.page(opened, place.topic());
                yield page.view(
                        "drafts/conflict",
                        "conflict",
                        showing.frames().conflict(page, opened, formPage, ask, words, clash));
            }
            case Outcome.Removed removed -> again(page, removed.draft(), place, words);
            case Outcome.Frozen frozen ->
                page.redirect("/drafts/" + frozen.draft().id());
            case Outcome.NoSuchDraft() -> throw new NotFound();
        };
    }

    private String after(Page page, Outcome.Saved saved, Place place, Ask ask, boolean leaving) {
        var opened = reader.open(saved.draft());
        var formPage = QuestionController.page(opened, place.topic());
        var here = opened.path(formPage)
                + (saved.page().instance() == 0 ? "" : "/" + saved.page().instance());
        drafts.progress(saved.draft().id(), opened.progress(leaving ? here : place.topic()));
        if (leaving) {
            return opened.path() + "?saved";
        }
        var problems = (formPage.isList() && place.instance() == 0)
                ? listOpen(opened, place)
                : !showing.views()
                        .problems(page, opened, formPage, saved.page().instance(), false)
                        .isEmpty();
        var from = ask.from().isEmpty() ? "" : "&from=" + ask.from();
        return problems ? here + "?check" + from : QuestionFrames.next(opened, formPage, ask);
    }

    private static boolean listOpen(Opened opened, Place place) {
        var list = QuestionController.page(opened, place.topic()).items().getFirst();
        return opened.answers().numbers(list.key()).size() < list.type().min();
    }

    /** What was typed into something that is gone is offered as a new one. */
    private ModelAndView again(Page page, Draft draft, Place place, Words words) {
        var opened = reader.open(draft);
        var formPage = QuestionController.page(opened, place.topic());
        var next = showing.pages().nextInstance(draft, place.topic());
        var moved = Words.of(Map.of());
        for (var item : Names.asked(formPage)) {
            moved = moved.with(item.path(next), words.at(item.path(place.instance())));
        }
        var ask = new Ask(next, false, "", true);
        return page.view("drafts/question", "question", showing.frames().question(page, opened, formPage, ask, moved));
    }

    ResponseEntity<Map<String, Object>> autosave(Page page, Place place, MultiValueMap<String, String> posted) {
        var account = QuestionController.account(page);
        var words = words(account, place, posted, false);
        var post = post(page, account, place, posted, words, false);
        return switch (saving.save(post)) {
            case Outcome.Saved saved -> ResponseEntity.ok(saved(page, post, saved));
            case Outcome.Clash _, Outcome.Removed _, Outcome.Frozen _ ->
                ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("state", "conflict"));
            case Outcome.NoSuchDraft() -> throw new NotFound();
        };
    }

    /** The window's next save starts from what it shows itself, not from what others may have typed meanwhile. */
    private Map<String, Object> saved(Page page, Saving.Post post, Outcome.Saved saved) {
        var mine = saved.page().words().equals(post.words());
        var token = new PageToken(
                saved.draft().id(),
                saved.page().page(),
                saved.page().instance(),
                mine ? saved.page().rev() : MERGED,
                Shown.of(post.token().nonce(), post.words()));
        var time = page.time(saved.page().savedAt());
        var told = new HashMap<String, Object>();
        told.put("rev", tokens.sign(post.account(), token));
        told.put("state", saved.page().finished() ? "finished" : "in_progress");
        told.put("savedAt", time);
        if (unsigned(saved)) {
            told.put("saved", page.text("drafts.question.typed", time));
        }
        return told;
    }

    private boolean unsigned(Outcome.Saved saved) {
        return reader.edition(saved.draft())
                .page(saved.page().page())
                .filter(formPage -> showing.declarations()
                        .unsigned(saved.draft().form(), formPage, saved.page().words()))
                .isPresent();
    }

    ModelAndView resolve(Page page, Place place, MultiValueMap<String, String> posted) {
        var account = QuestionController.account(page);
        var opened = reader.open(account, place.draft());
        var formPage = QuestionController.page(opened, place.topic());
        var packed = QuestionFrames.unpack(
                posted.getOrDefault("_words", java.util.List.of("e30")).getFirst());
        var theirs = opened.row(place.topic(), place.instance()).words();
        var words = theirs;
        for (var item : Names.asked(formPage)) {
            var path = item.path(place.instance());
            var keep = "theirs".equals(posted.getFirst(item.id() + "!"));
            words = words.with(path, keep ? theirs.at(path) : packed.at(path));
        }
        var outcome = saving.save(post(page, account, place, posted, words, true));
        return answer(page, place, new Ask(place.instance(), true, from(posted), false), words, outcome, false);
    }

    Outcome remove(UUID account, UUID draft, String topic, int instance) {
        return saving.remove(account, draft, topic, instance);
    }

    /** The words of a post; opens one page of the draft, not all. Only who presses to sign signs. */
    private Words words(UUID account, Place place, MultiValueMap<String, String> posted, boolean signing) {
        var draft = drafts.find(account, place.draft()).orElseThrow(NotFound::new);
        var formPage = reader.edition(draft).page(place.topic()).orElseThrow(NotFound::new);
        var before = showing.pages()
                .find(draft, place.topic(), place.instance())
                .map(SavedPage::words)
                .orElse(Words.NONE);
        var words = Names.read(formPage, place.instance(), posted, before);
        if (place.instance() > 0) {
            return words;
        }
        return signing
                ? showing.declarations().stamped(draft.form(), formPage, words)
                : showing.declarations().typed(formPage, words, before);
    }

    private Saving.Post post(
            Page page, UUID account, Place place, MultiValueMap<String, String> posted, Words words, boolean finished) {
        var token = tokens.read(account, String.valueOf(posted.getFirst("rev")))
                .filter(found -> found.draft().equals(place.draft())
                        && found.page().equals(place.topic())
                        && found.instance() == place.instance())
                .orElseThrow(NotFound::new);
        return new Saving.Post(account, token, words, finished, page.language().getLanguage());
    }

    private static String from(MultiValueMap<String, String> posted) {
        return "review".equals(posted.getFirst("from")) ? "review" : "";
    }
}
