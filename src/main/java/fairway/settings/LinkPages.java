package fairway.settings;

import fairway.signin.Token;
import fairway.ui.Page;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where links in messages lead. Opening one does nothing and signs nobody in; a press of the button does. */
@Controller
class LinkPages {
    private static final String NOT_ME = "/sign-in/not-me/{token}";
    private static final String CONFIRM = "/sign-in/address/{token}";
    private static final String CANCEL = "/sign-in/address/cancel/{token}";

    private final Alarm alarm;
    private final AlarmLinks links;
    private final AddressChanges changes;
    private final Owner owner;

    LinkPages(Alarm alarm, AlarmLinks links, AddressChanges changes, Owner owner) {
        this.alarm = alarm;
        this.links = links;
        this.changes = changes;
        this.owner = owner;
    }

    @GetMapping("/account/security/not-me")
    ModelAndView ownAlarm(Page page) {
        var hold = alarm.lasting(owner.id(page)).map(found -> found.until()).orElse(null);
        return page.view("settings/alarm", "action", "/account/security/not-me", "until", hold);
    }

    @PostMapping("/account/security/not-me")
    ModelAndView raiseOwn(Page page) {
        alarm.raise(owner.id(page));
        return page.redirect("/sign-in/alarm-raised");
    }

    @GetMapping(NOT_ME)
    ModelAndView linkedAlarm(Page page, @PathVariable String token) {
        return Token.read(token).filter(links::open).isPresent()
                ? page.view("settings/alarm", "action", "/sign-in/not-me/" + token, "until", null)
                : page.view("settings/dead");
    }

    @PostMapping(NOT_ME)
    ModelAndView raiseLinked(Page page, @PathVariable String token) {
        return Token.read(token).filter(alarm::raise).isPresent()
                ? page.redirect("/sign-in/alarm-raised")
                : page.view("settings/dead");
    }

    /** The same for everybody: it says what to do next and nothing about any account. */
    @GetMapping("/sign-in/alarm-raised")
    ModelAndView raised(Page page) {
        return page.view("settings/raised");
    }

    @GetMapping(CONFIRM)
    ModelAndView confirm(Page page, @PathVariable String token) {
        return asked(page, Token.read(token).flatMap(changes::toConfirm), "confirm", "/sign-in/address/" + token);
    }

    @PostMapping(CONFIRM)
    ModelAndView confirmed(Page page, @PathVariable String token) {
        return did(page, Token.read(token).flatMap(changes::confirm), "confirmed");
    }

    @GetMapping(CANCEL)
    ModelAndView cancel(Page page, @PathVariable String token) {
        return asked(page, Token.read(token).flatMap(changes::toCancel), "cancel", "/sign-in/address/cancel/" + token);
    }

    @PostMapping(CANCEL)
    ModelAndView cancelled(Page page, @PathVariable String token) {
        return did(page, Token.read(token).flatMap(changes::cancel), "cancelled");
    }

    private static ModelAndView asked(Page page, Optional<AddressChange> change, String what, String action) {
        return change.map(found -> page.view("settings/link", "change", found, "what", what, "action", action))
                .orElseGet(() -> page.view("settings/dead"));
    }

    private static ModelAndView did(Page page, Optional<AddressChange> change, String what) {
        return change.map(found -> page.view("settings/link", "change", found, "what", what, "action", null))
                .orElseGet(() -> page.view("settings/dead"));
    }
}
