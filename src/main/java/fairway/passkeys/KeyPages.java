package fairway.passkeys;

import fairway.ui.ChangesAccess;
import fairway.ui.NotFound;
import fairway.ui.Page;
import fairway.ui.Problem;
import fairway.ui.StepUp;
import fairway.ui.Visitor;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A person's and an officer's own passkeys: look at them, add, name and remove one. */
@Controller
class KeyPages {
    private static final String PERSON = "/account/security/passkeys";
    private static final String STAFF = "/desk/security/passkeys";

    private final Passkeys passkeys;
    private final Questions questions;
    private final Bonds bonds;

    KeyPages(Passkeys passkeys, Questions questions, Bonds bonds) {
        this.passkeys = passkeys;
        this.questions = questions;
        this.bonds = bonds;
    }

    record Shown(
            String path,
            String back,
            List<Passkey> keys,
            boolean room,
            @Nullable String notice) {}

    record One(String path, Passkey key, List<Problem> problems) {}

    @GetMapping({PERSON, STAFF})
    ModelAndView list(Page page, @RequestParam(required = false) @Nullable String done) {
        var visitor = visitor(page);
        var notice =
                done != null && List.of("added", "removed", "renamed", "joined").contains(done) ? done : null;
        return page.view(
                "passkeys/list",
                "shown",
                new Shown(
                        path(visitor),
                        visitor.staff() ? "/desk" : "/account/security",
                        passkeys.of(visitor.account()),
                        passkeys.room(visitor.account()),
                        notice));
    }

    @StepUp
    @ChangesAccess
    @GetMapping({PERSON + "/add", STAFF + "/add"})
    ModelAndView addForm(Page page) {
        return addForm(page, "", List.of());
    }

    @StepUp
    @ChangesAccess
    @PostMapping({PERSON + "/add/options", STAFF + "/add/options"})
    ResponseEntity<String> options(Page page) {
        var visitor = visitor(page);
        var bond = bonds.registering(visitor.account(), visitor.session());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(questions.register(bond, visitor.account(), page.agency()));
    }

    @StepUp
    @ChangesAccess
    @PostMapping({PERSON + "/add", STAFF + "/add"})
    ModelAndView add(
            Page page,
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String label) {
        var visitor = visitor(page);
        var wanted = label.isBlank() ? page.text("passkeys.label.default") : label.strip();
        if (wanted.codePointCount(0, wanted.length()) > Passkeys.LONGEST_LABEL) {
            return addForm(page, label, problem(page, "label", "passkeys.label.long"));
        }
        var bond = bonds.registering(visitor.account(), visitor.session());
        return switch (passkeys.add(bond, visitor.account(), visitor.session(), credential, wanted)) {
            case Passkeys.Adding.Added ignored -> page.redirect(path(visitor) + "?done=added");
            case Passkeys.Adding.Refused ignored -> addForm(page, label, problem(page, "", "passkeys.add.refused"));
            case Passkeys.Adding.Enough() -> page.redirect(path(visitor));
        };
    }

    @GetMapping({PERSON + "/{id}", STAFF + "/{id}"})
    ModelAndView one(Page page, @PathVariable UUID id) {
        return one(page, id, List.of());
    }

    @StepUp
    @PostMapping({PERSON + "/{id}", STAFF + "/{id}"})
    ModelAndView rename(Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String label) {
        var visitor = visitor(page);
        var key = passkeys.find(visitor.account(), id).orElseThrow(NotFound::new);
        var wanted = label.strip();
        if (wanted.isEmpty()) {
            return one(page, id, problem(page, "label", "passkeys.label.missing"));
        }
        if (wanted.codePointCount(0, wanted.length()) > Passkeys.LONGEST_LABEL) {
            return one(page, id, problem(page, "label", "passkeys.label.long"));
        }
        passkeys.rename(visitor.account(), key.id(), wanted);
        return page.redirect(path(visitor) + "?done=renamed");
    }

    @StepUp
    @ChangesAccess
    @PostMapping({PERSON + "/{id}/remove", STAFF + "/{id}/remove"})
    ModelAndView remove(Page page, @PathVariable UUID id) {
        var visitor = visitor(page);
        return switch (passkeys.remove(visitor.account(), id, visitor.session())) {
            case REMOVED -> page.redirect(path(visitor) + "?done=removed");
            case LAST_WAY -> one(page, id, problem(page, "", "passkeys.remove.last"));
            case NOT_THERE -> throw new NotFound();
        };
    }

    private ModelAndView one(Page page, UUID id, List<Problem> problems) {
        var visitor = visitor(page);
        var key = passkeys.find(visitor.account(), id).orElseThrow(NotFound::new);
        return page.view("passkeys/one", "one", new One(path(visitor), key, problems));
    }

    private static ModelAndView addForm(Page page, String label, List<Problem> problems) {
        return page.view("passkeys/add", "path", path(visitor(page)), "label", label, "problems", problems);
    }

    private static List<Problem> problem(Page page, String field, String key) {
        return List.of(new Problem(field, page.text(key)));
    }

    private static Visitor visitor(Page page) {
        return page.visitor().orElseThrow(NotFound::new);
    }

    private static String path(Visitor visitor) {
        return visitor.staff() ? STAFF : PERSON;
    }
}
