package fairway.merging;

import fairway.signin.Token;
import fairway.ui.Page;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** For whoever comes to the account that went: what became of it, and the link that takes that back. */
@Controller
class UndoPages {
    private static final String LINK = "/sign-in/unmerge/{token}";

    private final MergeTable table;
    private final Deciding deciding;

    UndoPages(MergeTable table, Deciding deciding) {
        this.table = table;
        this.deciding = deciding;
    }

    /** The same for everybody; only a right password leads here. */
    @GetMapping("/sign-in/joined")
    ModelAndView joined(Page page) {
        return page.view("merging/joined");
    }

    /** Looking does nothing. */
    @GetMapping(LINK)
    ModelAndView ask(Page page, @PathVariable String token) {
        return found(token).isPresent()
                ? page.view("merging/undo", "state", "ask", "action", "/sign-in/unmerge/" + token)
                : page.view("merging/undo", "state", "dead", "action", "");
    }

    @PostMapping(LINK)
    ModelAndView undo(Page page, @PathVariable String token) {
        var done = found(token).filter(link -> deciding.undo(link.merge(), link.from()));
        return page.view("merging/undo", "state", done.isPresent() ? "done" : "dead", "action", "");
    }

    private Optional<MergeTable.UndoLink> found(String token) {
        return Token.read(token).flatMap(table::undoneBy).filter(link -> deciding.canBeUndone(link.merge()));
    }
}
