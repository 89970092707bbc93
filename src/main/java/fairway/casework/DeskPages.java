package fairway.casework;

import fairway.cases.CaseFile;
import fairway.cases.Cases;
import fairway.cases.ReceiptNumber;
import fairway.ui.Page;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The officer's first page: what waits for a second officer, what is theirs, and the queue everyone takes from. */
@Controller
class DeskPages {
    /** The oldest cases are what matters; a longer list would only be scrolled past. */
    private static final int SHOWN = 100;

    private static final Comparator<CaseFile> OLDEST = Comparator.comparing(CaseFile::receivedAt);
    private static final Map<String, Comparator<CaseFile>> ORDERS = Map.of(
            "received", OLDEST,
            "receipt", Comparator.comparing(file -> file.receipt().value()),
            "form", Comparator.comparing(CaseFile::form).thenComparing(CaseFile::receivedAt));

    private final Cases cases;
    private final InstantSource clock;

    DeskPages(Cases cases, InstantSource clock) {
        this.cases = cases;
        this.clock = clock;
    }

    @GetMapping("/desk")
    ModelAndView desk(
            Page page,
            @RequestParam(defaultValue = "received") String sort,
            @RequestParam(defaultValue = "false") boolean down,
            @RequestParam Map<String, String> said) {
        var elsewhere = Desk.elsewhere(page);
        if (elsewhere.isPresent()) {
            return page.redirect(elsewhere.get());
        }
        var officer = Desk.officer(page);
        var order = ORDERS.getOrDefault(sort, OLDEST);
        var queue = cases.waiting(officer, SHOWN).stream()
                .sorted(down ? order.reversed() : order)
                .map(this::row)
                .toList();
        return page.view(
                "casework/desk",
                "review",
                rows(cases.toReview(officer, SHOWN)),
                "mine",
                rows(cases.mine(officer, SHOWN)),
                "queue",
                queue,
                "sorting",
                new Sorting(ORDERS.containsKey(sort) ? sort : "received", down),
                "said",
                Words.said(page, said));
    }

    @PostMapping("/desk/next")
    ModelAndView takeNext(Page page) {
        return cases.takeNext(Desk.officer(page))
                .map(receipt -> page.redirect(Desk.path(receipt)))
                .orElseGet(() -> page.redirect("/desk?none"));
    }

    @GetMapping("/desk/find")
    ModelAndView find(Page page, @RequestParam(defaultValue = "") String receipt) {
        Desk.officer(page);
        return ReceiptNumber.read(receipt)
                .map(number -> page.redirect(Desk.path(number)))
                .orElseGet(() -> page.redirect("/desk?unread"));
    }

    private List<Row> rows(List<CaseFile> files) {
        return files.stream().map(this::row).toList();
    }

    private Row row(CaseFile file) {
        return new Row(file, file.receivedAt().until(clock.instant(), ChronoUnit.DAYS));
    }

    record Row(CaseFile file, long days) {
        String path() {
            return Desk.path(file.receipt());
        }
    }

    /** How the queue is sorted, and the address that sorts it by a column, the other way round when it already is. */
    record Sorting(String by, boolean down) {
        String href(String column) {
            return "/desk?sort=" + column + (by.equals(column) && !down ? "&down=true" : "") + "#queue";
        }

        @org.jspecify.annotations.Nullable
        String sorted(String column) {
            if (!by.equals(column)) {
                return null;
            }
            return down ? "descending" : "ascending";
        }
    }
}
