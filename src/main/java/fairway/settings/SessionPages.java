package fairway.settings;

import fairway.ui.NotFound;
import fairway.ui.Page;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where somebody is signed in, and signing out there; and what happened on the account. */
@Controller
class SessionPages {
    private static final String HERE = "/account/security/sessions";

    private final Owner owner;
    private final History history;
    private final SecuritySettings settings;

    SessionPages(Owner owner, History history, SecuritySettings settings) {
        this.owner = owner;
        this.history = history;
        this.settings = settings;
    }

    @GetMapping(HERE)
    ModelAndView show(Page page) {
        var sessions = owner.signin().sessions();
        return page.view(
                "settings/sessions",
                "living",
                sessions.of(owner.id(page)),
                "known",
                sessions.browsers(owner.id(page)),
                "here",
                owner.visitor(page).session());
    }

    @PostMapping(HERE + "/{session}/end")
    ModelAndView end(Page page, @PathVariable("session") UUID id) {
        if (!owner.signin().sessions().end(owner.id(page), id)) {
            throw new NotFound();
        }
        return page.redirect(Done.at("session"));
    }

    @PostMapping(HERE + "/others/end")
    ModelAndView endOthers(Page page) {
        var visitor = owner.visitor(page);
        owner.signin().sessions().endOthers(visitor.account(), visitor.session());
        return page.redirect(Done.at("sessions"));
    }

    @GetMapping("/account/security/history")
    ModelAndView history(Page page, @RequestParam(defaultValue = "0") long before) {
        var part = history.of(owner.id(page), before <= 0 ? Long.MAX_VALUE : before, settings.historyPage());
        return page.view("settings/history", "part", part, "first", before <= 0);
    }
}
