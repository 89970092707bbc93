package fairway.filing;

import fairway.calendar.LegalCalendar;
import fairway.documents.Documents;
import fairway.documents.Holder;
import fairway.drafts.Drafts;
import fairway.drafts.Opened;
import fairway.filing.Signable.Obstacle;
import fairway.forms.Fees;
import fairway.forms.Forms;
import fairway.forms.Level;
import fairway.legal.LegalTexts;
import fairway.payments.FeeCode;
import fairway.payments.Payments;
import fairway.payments.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Puts together what a signature would cover. */
@Component
class Signables {
    private final Drafts drafts;
    private final ReviewViews reviews;
    private final Sources sources;
    private final LegalCalendar calendar;

    Signables(Drafts drafts, ReviewViews reviews, Sources sources, LegalCalendar calendar) {
        this.drafts = drafts;
        this.reviews = reviews;
        this.sources = sources;
        this.calendar = calendar;
    }

    @Component
    record Sources(Forms forms, Documents documents, Payments payments, LegalTexts legal) {}

    Signable of(Opened opened) {
        var filing = sources.forms().canonical(opened.edition(), opened.answers(), opened.facts());
        var found = sources.forms().fees(opened.edition(), opened.answers(), opened.facts());
        var fees = found.owed().stream().map(fee -> fee.code()).toList();
        var warnings = reviews.warningKeys(opened);
        var known = drafts.accepted(opened.draft().id());
        var quote = quote(opened, fees);
        return new Signable(
                filing,
                sources.legal().of(opened.draft().form(), "applicant").forAnswers(opened::word),
                Signer.of(opened),
                new Signable.Evidence(
                        sources.documents()
                                .of(new Holder("draft", opened.draft().id())),
                        drafts.declarations(opened),
                        warnings.stream().filter(known::contains).toList(),
                        reviews.remarks(opened),
                        obstacles(opened, found, warnings, known)),
                new Signable.Price(fees, quote, sources.payments().payable(quote)));
    }

    /** A fee that the answers leave open stops a signature whatever the checks say. */
    private List<Obstacle> obstacles(Opened opened, Fees fees, List<String> warnings, Set<String> known) {
        var obstacles = new ArrayList<Obstacle>();
        if (!fees.isDecided() || !reviews.findings(opened, Level.BLOCK).isEmpty()) {
            obstacles.add(Obstacle.BLOCKED);
        }
        if (!known.containsAll(warnings)) {
            obstacles.add(Obstacle.UNREAD);
        }
        return obstacles;
    }

    /** What these fees cost today; the words that say why are the edition's. */
    Quote quote(Opened opened, List<String> fees) {
        var codes = opened.edition().fees().stream()
                .filter(rule -> fees.contains(rule.code()))
                .map(rule -> new FeeCode(rule.code(), rule.textKey()))
                .toList();
        return sources.payments().quote(codes, calendar.today());
    }
}
