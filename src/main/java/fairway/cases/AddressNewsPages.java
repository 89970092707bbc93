package fairway.cases;

import fairway.calendar.LegalCalendar;
import fairway.identity.Accounts;
import fairway.ui.NotFound;
import fairway.ui.Page;
import fairway.ui.Visitor;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Case by case, what was told to whom about a new address, and when. */
@Controller
class AddressNewsPages {
    private final AddressNews news;
    private final Accounts accounts;
    private final LegalCalendar calendar;

    AddressNewsPages(AddressNews news, Accounts accounts, LegalCalendar calendar) {
        this.news = news;
        this.accounts = accounts;
        this.calendar = calendar;
    }

    @GetMapping("/account/profile/address/{id}")
    ModelAndView show(Page page, @PathVariable UUID id) {
        var account = page.visitor().map(Visitor::account).orElseThrow(NotFound::new);
        var change = accounts.addressChange(account, id).orElseThrow(NotFound::new);
        return page.view(
                "cases/address",
                "change",
                change,
                "told",
                news.told(account, change),
                "rule",
                calendar.deadline("address.change", change.from()));
    }
}
