package fairway.cases;

import fairway.calendar.LegalCalendar;
import fairway.documents.Documents;
import fairway.documents.Holder;
import fairway.drafts.Drafts;
import fairway.ui.Banner;
import fairway.ui.NotFound;
import fairway.ui.Page;
import fairway.ui.Visitor;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What a person finds after signing in, and each of their cases. */
@Controller
class AccountPages {
    private final Cases cases;
    private final Documents documents;
    private final First first;
    private final LegalCalendar calendar;

    AccountPages(Cases cases, Documents documents, First first, LegalCalendar calendar) {
        this.documents = documents;
        this.cases = cases;
        this.first = first;
        this.calendar = calendar;
    }

    /** What the first page shows beside cases. */
    @Component("casesFirst")
    record First(Drafts drafts, Waits waits, List<Banner> banners) {}

    @GetMapping("/account")
    ModelAndView account(Page page) {
        var cards = cases.of(visitor(page)).stream().map(this::card).toList();
        return page.view(
                "cases/account",
                "cards",
                cards,
                "todo",
                cards.stream().filter(Card::asked).toList(),
                "drafts",
                first.drafts().of(visitor(page), page.language()),
                "waits",
                first.waits().of(visitor(page)),
                "banners",
                first.banners().stream()
                        .flatMap(banner -> banner.of(page, visitor(page)).stream())
                        .toList());
    }

    @GetMapping("/cases/{receipt}")
    ModelAndView show(Page page, @PathVariable String receipt) {
        var card = card(ReceiptNumber.read(receipt)
                .flatMap(number -> cases.of(visitor(page), number))
                .orElseThrow(NotFound::new));
        var files = documents.of(new Holder("filing", card.file().filing()));
        return page.view("cases/show", "card", card, "files", files);
    }

    private java.util.UUID visitor(Page page) {
        return page.visitor().map(Visitor::account).orElseThrow(NotFound::new);
    }

    private Card card(CaseView view) {
        var days = view.open()
                .map(request -> calendar.today().until(request.dueOn(), java.time.temporal.ChronoUnit.DAYS))
                .orElse(0L);
        return new Card(view, cases.applicantOf(view.file()), days);
    }

    /** A case with what its card says: whose it is, and how many days are left for what we asked. */
    record Card(CaseView view, String applicant, long days) {
        CaseFile file() {
            return view.file();
        }

        boolean asked() {
            return view.open().isPresent();
        }

        String path() {
            return "/cases/" + file().receipt();
        }

        /** Which tag the status wears. */
        String kind() {
            return StatusKind.of(file().shown());
        }

        List<CaseEvent> notices() {
            return view.notices();
        }
    }
}
