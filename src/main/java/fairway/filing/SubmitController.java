package fairway.filing;

import fairway.drafts.Draft;
import fairway.drafts.Drafts;
import fairway.filing.Signing.Outcome;
import fairway.payments.Begin;
import fairway.payments.PaymentState;
import fairway.ui.NotFound;
import fairway.ui.Page;
import fairway.ui.StepUp;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Signing, paying and coming back from the card page. */
@Controller
class SubmitController {
    private final Drafts drafts;
    private final Signing signing;
    private final Packages packs;
    private final Submission submission;
    private final SubmitViews views;

    SubmitController(Drafts drafts, Signing signing, Packages packs, Submission submission, SubmitViews views) {
        this.drafts = drafts;
        this.signing = signing;
        this.packs = packs;
        this.submission = submission;
        this.views = views;
    }

    @GetMapping("/drafts/{draft}/sign")
    @StepUp
    ModelAndView sign(Page page, @PathVariable UUID draft, @RequestParam(required = false) @Nullable String changed) {
        var opened = drafts.open(account(page), draft);
        if (!opened.draft().open()) {
            return page.redirect(opened.path() + "/pay");
        }
        var moved = changed == null ? null : views.problem(page, opened, "", "filing.sign.changed");
        var sign = views.sign(page, opened, "", moved);
        return sign.signable().obstacles().isEmpty()
                ? page.view("filing/sign", "sign", sign)
                : page.redirect(opened.path() + "/review?unread");
    }

    @PostMapping("/drafts/{draft}/sign")
    @StepUp
    ModelAndView sign(
            Page page,
            @PathVariable UUID draft,
            @RequestParam("_sign") String token,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String agree) {
        var account = account(page);
        var shown = views.shown(account, draft, token);
        var wish = new Signing.Wish(
                account,
                draft,
                shown.sha256(),
                shown.once(),
                new Signing.Typed(name, agree.equals("yes")),
                page.language());
        var path = "/drafts/" + draft;
        return switch (signing.sign(wish)) {
            case Outcome.Signed _ -> page.redirect(path + "/pay");
            case Outcome.Received(var filing) -> page.redirect("/filings/" + filing.id());
            case Outcome.Changed() -> page.redirect(path + "/sign?changed");
            case Outcome.Blocked _ -> page.redirect(path + "/review?unread");
            case Outcome.NameDiffers _ -> again(page, draft, name, "name", "filing.sign.name.differs");
            case Outcome.NotAgreed() -> again(page, draft, name, "agree", "filing.sign.agree.missing");
            case Outcome.NoSuchDraft() -> throw new NotFound();
        };
    }

    private ModelAndView again(Page page, UUID draft, String typed, String field, String textKey) {
        var opened = drafts.open(account(page), draft);
        var problem = views.problem(page, opened, field, textKey);
        return page.view("filing/sign", "sign", views.sign(page, opened, typed, problem));
    }

    @PostMapping("/drafts/{draft}/reopen")
    ModelAndView reopen(Page page, @PathVariable UUID draft) {
        var pack = pack(page, draft);
        if (views.canReopen(pack)) {
            signing.reopen(account(page), draft);
        }
        return page.redirect("/drafts/" + draft);
    }

    @GetMapping("/drafts/{draft}/pay")
    ModelAndView pay(Page page, @PathVariable UUID draft) {
        return paying(page, draft, null);
    }

    private ModelAndView paying(Page page, UUID draft, @Nullable String message) {
        var opened = drafts.open(account(page), draft);
        return switch (opened.draft().status()) {
            case OPEN -> page.redirect(opened.path() + "/review");
            case FILED -> page.redirect(opened.path() + "/filed");
            case SIGNED -> {
                var pack = pack(page, draft);
                yield views.stateOf(pack) instanceof PaymentState.Pending
                        ? page.view("filing/paying", "path", opened.path())
                        : page.view("filing/pay", "pay", views.pay(page, opened, pack, message));
            }
        };
    }

    @PostMapping("/drafts/{draft}/pay")
    @StepUp
    ModelAndView begin(Page page, @PathVariable UUID draft) {
        var opened = drafts.open(account(page), draft);
        if (opened.draft().status() != Draft.Status.SIGNED) {
            return page.redirect(opened.path() + "/pay");
        }
        var pack = pack(page, draft);
        return switch (views.begin(opened, pack, page.language())) {
            case Begin.Redirect(var url) -> away(url);
            case Begin.AlreadyPaid(), Begin.NothingOwed(), Begin.Pending _ -> page.redirect(opened.path() + "/paid");
            case Begin.NotConfirmed _ -> paying(page, draft, page.text("filing.pay.not_confirmed"));
            case Begin.Unavailable() -> paying(page, draft, page.text("filing.pay.unavailable"));
        };
    }

    private static ModelAndView away(String url) {
        var view = new RedirectView(url, false, true, false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }

    /** Back from the card page: says only what is certain. */
    @GetMapping({"/drafts/{draft}/paid", "/drafts/{draft}/filed"})
    ModelAndView paid(Page page, @PathVariable UUID draft) {
        var opened = drafts.open(account(page), draft);
        return submission
                .ofDraft(opened.draft().id())
                .map(filing -> page.redirect("/filings/" + filing.id()))
                .orElseGet(() -> paying(page, draft, null));
    }

    private Pack pack(Page page, UUID draft) {
        var opened = drafts.open(account(page), draft);
        return packs.standing(opened.draft().id()).orElseThrow(NotFound::new);
    }

    static UUID account(Page page) {
        return page.visitor().orElseThrow(NotFound::new).account();
    }
}
