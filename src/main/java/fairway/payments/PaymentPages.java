package fairway.payments;

import fairway.ui.Busy;
import fairway.ui.NotFound;
import fairway.ui.Page;
import fairway.ui.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where people come back to from the card page. It believes the card provider, never the address it was called by. */
@Controller
class PaymentPages {
    private static final Duration SOON = Duration.ofMinutes(1);

    private final Payments payments;
    private final PaymentDesk desk;
    private final PaymentInquiry inquiry;
    private final PaymentPacks packs;
    private final Intents intents;

    PaymentPages(Payments payments, PaymentDesk desk, PaymentInquiry inquiry, PaymentPacks packs, Intents intents) {
        this.payments = payments;
        this.desk = desk;
        this.inquiry = inquiry;
        this.packs = packs;
        this.intents = intents;
    }

    @GetMapping({"/payments/{id}/return", "/payments/{id}"})
    ModelAndView returned(Page page, @PathVariable UUID id) {
        var pack = own(page, id);
        inquiry.askAll(id);
        var refunds = intents.of(id).stream()
                .filter(each -> each.state() == IntentState.REFUND_PENDING || each.state() == IntentState.REFUNDED)
                .map(Intent::view)
                .toList();
        return page.view("payments/result", "result", result(pack, refunds));
    }

    @PostMapping("/payments/{id}/continue")
    ModelAndView proceed(Page page, @PathVariable UUID id) {
        var pack = own(page, id);
        return switch (desk.resume(id, pack.account(), page.language())) {
            case Begin.Redirect(var url) -> SeeOther.to(url);
            case Begin.Unavailable() -> throw new Busy(SOON);
            case Begin.AlreadyPaid _, Begin.NothingOwed _, Begin.Pending _, Begin.NotConfirmed _ ->
                page.redirect("/payments/" + id);
        };
    }

    private Result result(Pack pack, List<IntentView> refunds) {
        return switch (payments.stateOf(pack.id())) {
            case PaymentState.Nothing() -> throw new NotFound();
            case PaymentState.Owed(var all) -> Result.owed(pack, all, refunds);
            case PaymentState.Pending(var all, var since) ->
                new Result(pack, Result.Kind.ASKING, all, refunds, "", since);
            case PaymentState.PartlyPaid(var all) -> Result.partly(pack, all, refunds);
            case PaymentState.Paid(var all, var at) -> new Result(pack, Result.Kind.RECEIVED, all, refunds, "", at);
        };
    }

    private Pack own(Page page, UUID id) {
        var account = page.visitor().map(Visitor::account).orElseThrow(NotFound::new);
        return packs.of(id, account).orElseThrow(NotFound::new);
    }
}
