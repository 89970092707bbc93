package fairway.drafts;

import fairway.forms.Answer;
import fairway.forms.Edition;
import fairway.forms.FormPage;
import fairway.identity.Accounts;
import fairway.ui.Page;
import fairway.ui.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts whole pages together: a question page, a list, a conflict. */
@Component
class QuestionFrames {
    private final QuestionViews views;
    private final AnswerViews answers;
    private final PageTokens tokens;
    private final Declarations declarations;
    private final Accounts accounts;

    QuestionFrames(
            QuestionViews views, AnswerViews answers, PageTokens tokens, Declarations declarations, Accounts accounts) {
        this.views = views;
        this.answers = answers;
        this.tokens = tokens;
        this.declarations = declarations;
        this.accounts = accounts;
    }

    /**
     * How a page is asked for.
     *
     * @param check whether what is wrong is shown: a page opened for the first time accuses nobody
     * @param from where its person came from and goes back to: {@code review}, or nothing
     */
    record Ask(int instance, boolean check, String from, boolean gone) {}

    QuestionPage question(Page page, Opened draft, FormPage formPage, Ask ask, @Nullable Words unsaved) {
        var row = draft.row(formPage.id(), ask.instance());
        var words = unsaved == null ? row.words() : unsaved;
        var summary = ask.check() ? views.problems(page, draft, formPage, ask.instance(), true) : List.<Problem>of();
        var problems = ask.check() ? views.problems(page, draft, formPage, ask.instance(), false) : List.<Problem>of();
        return new QuestionPage(
                frame(page, draft, formPage, ask),
                views.fields(page, draft, formPage, ask.instance(), words),
                views.boxes(page, draft),
                summary,
                problems,
                post(draft, row, path(draft, formPage, ask)),
                declarations
                        .of(draft.draft().form(), formPage)
                        .map(text -> text.forAnswers(draft::word))
                        .orElse(null));
    }

    QuestionPage.Cards list(Page page, Opened draft, FormPage formPage, Ask ask, int next) {
        var edition = draft.edition();
        var language = edition.language(page.language());
        var list = formPage.items().getFirst();
        var cards = cards(draft, formPage, language);
        var full = cards.size() >= list.type().max();
        var text = QuestionViews.text(edition, language, list.key() + ".add")
                .orElseGet(() -> page.text("drafts.list.add"));
        var problems = new ArrayList<Problem>();
        if (ask.check() && cards.size() < list.type().min()) {
            problems.add(
                    new Problem("list", page.text("drafts.list.few", list.type().min())));
        }
        if (ask.check() && cards.stream().anyMatch(card -> !card.complete())) {
            problems.add(new Problem("list", page.text("drafts.list.incomplete")));
        }
        return new QuestionPage.Cards(
                frame(page, draft, formPage, ask),
                QuestionViews.text(edition, language, list.key() + ".why").orElse(null),
                cards,
                new QuestionPage.Cards.Adding(full ? null : draft.path(formPage) + "/" + next, text, (int)
                        list.type().min()),
                problems,
                post(draft, draft.row(formPage.id(), 0), path(draft, formPage, ask)));
    }

    List<QuestionPage.Cards.Card> cards(Opened draft, FormPage formPage, Locale language) {
        var list = formPage.items().getFirst().key();
        return draft.answers().numbers(list).stream()
                .map(number -> card(draft, formPage, number, language))
                .toList();
    }

    QuestionPage.Cards.Card card(Opened draft, FormPage formPage, int number, Locale language) {
        var view = draft.journey().view(formPage.id());
        var rows =
                view.map(found -> answers.rows(draft, found, number, language)).orElse(List.of());
        var missing = view.stream()
                .flatMap(found -> found.items().stream())
                .anyMatch(item -> Names.instance(item.path()) == number
                        && item.answer() instanceof Answer.Unanswered(var typed)
                        && (item.required() || !typed.isEmpty()));
        return new QuestionPage.Cards.Card(
                answers.instanceTitle(draft, formPage, number, language),
                draft.path(formPage) + "/" + number,
                draft.row(formPage.id(), number).finished() && !missing,
                rows);
    }

    QuestionPage.Conflict conflict(
            Page page, Opened draft, FormPage formPage, Ask ask, Words mine, Saving.Outcome.Clash clash) {
        var language = draft.edition().language(page.language());
        var choices = new ArrayList<QuestionPage.Conflict.Choice>();
        var words = clash.apart().otherwise();
        for (var path : clash.apart().paths()) {
            var item = draft.edition().item(path).orElseThrow();
            var label = draft.edition().text(language, item.key() + ".label");
            choices.add(new QuestionPage.Conflict.Choice(
                    item.id(),
                    label,
                    typed(page, draft, mine, path),
                    typed(page, draft, clash.theirs().words(), path)));
            words = words.with(path, mine.at(path));
        }
        var token = tokens.show(
                draft.draft().account(),
                draft.draft().id(),
                formPage.id(),
                clash.theirs().instance(),
                clash.theirs().rev(),
                clash.theirs().words());
        var packed = Base64.getUrlEncoder().withoutPadding().encodeToString(words.bytes());
        return new QuestionPage.Conflict(
                AnswerViews.title(draft.edition(), formPage, language),
                choices,
                clash.theirs().savedAt(),
                packed,
                new QuestionPage.Post(resolvePath(draft, formPage, ask), token, owner(draft)));
    }

    private static String resolvePath(Opened draft, FormPage formPage, Ask ask) {
        return draft.path(formPage) + "/" + ask.instance() + "/resolve" + from(ask);
    }

    static Words unpack(String packed) {
        return Words.read(new String(Base64.getUrlDecoder().decode(packed), StandardCharsets.UTF_8)
                .getBytes(StandardCharsets.UTF_8));
    }

    private String typed(Page page, Opened draft, Words words, String path) {
        var boxes = words.at(path);
        return boxes.isEmpty()
                ? page.text("drafts.conflict.blank")
                : answers.typed(draft, path, boxes, draft.edition().language(page.language()));
    }

    private QuestionPage.Frame frame(Page page, Opened draft, FormPage formPage, Ask ask) {
        Edition edition = draft.edition();
        var language = edition.language(page.language());
        var part = edition.text(language, "part." + formPage.part());
        var row = draft.row(formPage.id(), ask.instance());
        var title = ask.instance() == 0
                        || !draft.answers()
                                .numbers(formPage.items().getFirst().key())
                                .contains(ask.instance())
                ? AnswerViews.title(edition, formPage, language)
                : answers.instanceTitle(draft, formPage, ask.instance(), language);
        return new QuestionPage.Frame(
                QuestionViews.part(edition, formPage)
                        .map(number -> page.text("drafts.question.part", number, part))
                        .orElse(part),
                title,
                QuestionViews.text(edition, language, "page." + formPage.id() + ".intro")
                        .orElse(null),
                back(draft, formPage, ask),
                next(draft, formPage, ask),
                saved(page, draft, formPage, row),
                ask.gone());
    }

    private String saved(Page page, Opened draft, FormPage formPage, SavedPage row) {
        if (!row.saved()) {
            return page.text("drafts.question.unsaved");
        }
        var unsigned = declarations.unsigned(draft.draft().form(), formPage, row.words());
        return page.text(unsigned ? "drafts.question.unsigned" : "drafts.question.saved", page.instant(row.savedAt()));
    }

    private static String back(Opened draft, FormPage formPage, Ask ask) {
        if (ask.from().equals("review")) {
            return draft.path() + "/review";
        }
        return ask.instance() > 0
                ? draft.path(formPage)
                : draft.journey()
                        .previous(formPage.id())
                        .map(view -> draft.path(view.page()))
                        .orElse(draft.path());
    }

    /** Where "continue" leads. */
    static String next(Opened draft, FormPage formPage, Ask ask) {
        if (ask.instance() > 0) {
            return draft.path(formPage) + from(ask);
        }
        if (ask.from().equals("review")) {
            return draft.path() + "/review";
        }
        return draft.pages()
                .dropWhile(view -> !view.page().id().equals(formPage.id()))
                .skip(1)
                .findFirst()
                .map(view -> draft.path(view.page()))
                .orElse(draft.path() + "/evidence");
    }

    private static String path(Opened draft, FormPage formPage, Ask ask) {
        return draft.path(formPage) + (ask.instance() == 0 ? "" : "/" + ask.instance()) + from(ask);
    }

    static String from(Ask ask) {
        return ask.from().isEmpty() ? "" : "?from=" + ask.from();
    }

    private QuestionPage.Post post(Opened draft, SavedPage row, String action) {
        var head = draft.draft();
        var token = tokens.show(head.account(), head.id(), row.page(), row.instance(), row.rev(), row.words());
        return new QuestionPage.Post(action, token, owner(draft));
    }

    private String owner(Opened draft) {
        return accounts.ownerMark(draft.draft().account());
    }
}
