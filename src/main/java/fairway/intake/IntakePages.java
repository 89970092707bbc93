package fairway.intake;

import fairway.calendar.LegalCalendar;
import fairway.cases.ReceiptNumber;
import fairway.forms.Forms;
import fairway.identity.PaperPerson;
import fairway.identity.PostalAddress;
import fairway.ui.NotFound;
import fairway.ui.Option;
import fairway.ui.Page;
import fairway.ui.Texts;
import fairway.ui.Visitor;
import java.text.Collator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The officer keys a filing that came on paper; they see the numbers it got, never the code. */
@Controller
class IntakePages {
    private static final String PATH = "/desk/intake";

    private final Intake intake;
    private final PaperFiles files;
    private final Forms forms;
    private final LegalCalendar calendar;

    IntakePages(Intake intake, PaperFiles files, Forms forms, LegalCalendar calendar) {
        this.intake = intake;
        this.files = files;
        this.forms = forms;
        this.calendar = calendar;
    }

    record Choices(List<Option> forms, List<Option> states, List<Option> languages) {}

    @GetMapping(PATH)
    ModelAndView key(Page page, @RequestParam(defaultValue = "") String opened) {
        var officer = officer(page);
        var file = ReceiptNumber.read(opened)
                .flatMap(receipt -> files.keyedBy(officer, receipt))
                .orElse(null);
        return key(page, Typed.NOTHING, file);
    }

    @PostMapping(PATH)
    ModelAndView open(Page page, @RequestParam MultiValueMap<String, String> posted) {
        var officer = officer(page);
        var typed = Typed.of(posted);
        var form = typed.one(page, "form", released());
        var name = typed.name(page);
        var born = typed.born(page, calendar.today());
        var aNumber = typed.aNumber(page);
        var address = typed.address(page);
        var language = typed.one(page, "language", languages());
        if (!typed.sound()) {
            return key(page, typed, null);
        }
        var person = new PaperPerson(name, born.orElseThrow(), address, Locale.forLanguageTag(language));
        return page.redirect(PATH + "?opened=" + intake.open(officer, new PaperForm(person, aNumber, form)));
    }

    private ModelAndView key(Page page, Typed typed, @Nullable PaperFile file) {
        return page.view("intake/key", "typed", typed, "file", file, "choices", choices(page));
    }

    private Choices choices(Page page) {
        var states = new ArrayList<Option>();
        PostalAddress.STATES.forEach(code -> states.add(Option.of(code, page.text("identity.state." + code))));
        var byName = Collator.getInstance(page.language());
        states.sort((one, other) -> byName.compare(one.label(), other.label()));
        return new Choices(
                released().stream()
                        .map(form -> Option.of(form, page.text("cases.form." + form)))
                        .toList(),
                states,
                languages().stream()
                        .map(tag -> Option.of(tag, page.text("ui.language." + tag)))
                        .toList());
    }

    private List<String> released() {
        return forms.released(calendar.today()).stream()
                .map(edition -> edition.header().form())
                .distinct()
                .toList();
    }

    private static List<String> languages() {
        return Texts.LANGUAGES.stream().map(Locale::getLanguage).toList();
    }

    /** Everybody else finds nothing here. */
    private static UUID officer(Page page) {
        return page.visitor()
                .filter(Visitor::staff)
                .filter(visitor ->
                        visitor.roles().contains("OFFICER") || visitor.roles().contains("SUPERVISOR"))
                .map(Visitor::account)
                .orElseThrow(NotFound::new);
    }
}
