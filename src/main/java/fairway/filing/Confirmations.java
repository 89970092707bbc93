package fairway.filing;

import fairway.calendar.LegalCalendar;
import fairway.drafts.Opened;
import fairway.forms.Forms;
import fairway.forms.Header;
import fairway.payments.FeeCode;
import fairway.payments.Payments;
import fairway.payments.Quote;
import fairway.ui.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What nobody can sign here whatever they answered: an edition or a fee that the agency has not confirmed, or an edition that is over. */
@Component
class Confirmations {
    private final Forms forms;
    private final Payments payments;
    private final LegalCalendar calendar;

    Confirmations(Forms forms, Payments payments, LegalCalendar calendar) {
        this.forms = forms;
        this.payments = payments;
        this.calendar = calendar;
    }

    /** What these fees cost today; the words that say why are the edition's. */
    Quote quote(Opened opened, List<String> fees) {
        var codes = opened.edition().fees().stream()
                .filter(rule -> fees.contains(rule.code()))
                .map(rule -> new FeeCode(rule.code(), rule.textKey()))
                .toList();
        return payments.quote(codes, calendar.today());
    }

    boolean payable(Quote quote) {
        return payments.payable(quote);
    }

    Optional<Header.Refusal> refusal(Opened opened) {
        return forms.refusal(opened.edition(), calendar.today());
    }

    ReviewPage.Standing standing(Page page, Opened opened) {
        var form = opened.draft().form();
        var over = refusal(opened).filter(Header.Refusal.NOT_ACCEPTED::equals).isPresent();
        var newer = over && forms.current(form, calendar.today()).isPresent();
        return new ReviewPage.Standing(stops(page, opened), remark(page, opened), newer ? "/forms/" + form : null);
    }

    /** What stands in the way of any signature, in words; empty where nothing does. */
    private List<String> stops(Page page, Opened opened) {
        var stops = new ArrayList<String>();
        refusal(opened)
                .map(refusal -> switch (refusal) {
                    case NOT_ACCEPTED ->
                        page.text(
                                "filing.edition.over", page.date(opened.draft().edition()));
                    case UNCONFIRMED ->
                        page.text(
                                "filing.edition.refused",
                                page.date(opened.draft().edition()));
                })
                .ifPresent(stops::add);
        var owed = forms.fees(opened.edition(), opened.answers(), opened.facts()).owed().stream()
                .map(fee -> fee.code())
                .toList();
        var quote = quote(opened, owed);
        if (!payable(quote)) {
            quote.lines().stream()
                    .filter(line -> !line.confirmed())
                    .map(line -> page.text("filing.fee.refused", page.text(line.nameKey()), page.money(line.cents())))
                    .forEach(stops::add);
        }
        return stops;
    }

    /** What a demonstration says of an edition that the agency has not confirmed. */
    @Nullable
    String remark(Page page, Opened opened) {
        var confirmed = opened.edition().header().validity().source().confirmed();
        return confirmed || refusal(opened).isPresent()
                ? null
                : page.text(
                        "filing.edition.unconfirmed", page.date(opened.draft().edition()));
    }
}
