package fairway.drafts;

import fairway.calendar.LegalCalendar;
import fairway.forms.Edition;
import fairway.forms.Forms;
import fairway.legal.LegalTexts;
import fairway.payments.FeeCode;
import fairway.payments.Payments;
import fairway.ui.NotFound;
import fairway.ui.Page;
import fairway.ui.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The forms that can be filed online, and everything to know before starting one. */
@Controller
class FormController {
    private final Forms forms;
    private final Payments payments;
    private final LegalCalendar calendar;
    private final LegalTexts legal;
    private final Begun begun;

    FormController(Forms forms, Payments payments, LegalCalendar calendar, LegalTexts legal, Begun begun) {
        this.forms = forms;
        this.payments = payments;
        this.calendar = calendar;
        this.legal = legal;
        this.begun = begun;
    }

    @org.springframework.stereotype.Component
    record Begun(Starting starting, DraftTable drafts, DraftLife life) {}

    @GetMapping("/forms")
    ModelAndView list(Page page) {
        var cards = forms.all().stream()
                .map(edition -> edition.header().form())
                .distinct()
                .flatMap(form -> forms.current(form, calendar.today()).stream())
                .map(edition -> Overview.Card.of(edition, edition.language(page.language())))
                .toList();
        return page.view("drafts/forms", "forms", cards);
    }

    @GetMapping("/forms/{form}")
    ModelAndView overview(Page page, @PathVariable String form) {
        var edition = edition(form);
        var language = edition.language(page.language());
        var open = page.visitor().map(Visitor::account).stream()
                .flatMap(account -> begun.drafts().of(account).stream())
                .filter(draft -> draft.form().equals(form))
                .toList();
        var overview = new Overview(
                Overview.Card.of(edition, language),
                new Overview.Head(edition.header(), remark(page, edition)),
                fees(page, edition, language),
                papers(edition, language),
                legal.of(form, "privacy"),
                open,
                begun.life().days(calendar.endOf(calendar.today())));
        return page.view("drafts/overview", "form", overview);
    }

    @PostMapping("/forms/{form}/start")
    ModelAndView start(Page page, @PathVariable String form) {
        var draft = begun.starting()
                .start(QuestionController.account(page), form, page.language())
                .orElseThrow(NotFound::new);
        return page.redirect("/drafts/" + draft.id());
    }

    private Edition edition(String form) {
        return forms.current(form, calendar.today()).orElseThrow(NotFound::new);
    }

    private List<Overview.Fee> fees(Page page, Edition edition, Locale language) {
        var fees = new ArrayList<Overview.Fee>();
        for (var rule : edition.fees()) {
            var quote = payments.quote(List.of(new FeeCode(rule.code(), rule.textKey())), calendar.today());
            var remark = page.text(payments.payable(quote) ? "drafts.fee.unconfirmed" : "drafts.fee.refused");
            for (var line : quote.lines()) {
                fees.add(new Overview.Fee(
                        page.text(line.nameKey()),
                        edition.text(language, rule.textKey()),
                        line.cents(),
                        line.confirmed() ? null : remark));
            }
        }
        return fees;
    }

    /** What is to be said of an edition that the agency has not confirmed. */
    private @Nullable String remark(Page page, Edition edition) {
        if (edition.header().validity().source().confirmed()) {
            return null;
        }
        var refused = forms.refusal(edition, calendar.today()).isPresent();
        return page.text(refused ? "drafts.edition.refused" : "drafts.edition.unconfirmed");
    }

    private static List<String> papers(Edition edition, Locale language) {
        return edition.evidence().stream()
                .map(slot -> edition.text(language, "evidence." + slot.id() + ".title"))
                .toList();
    }
}
