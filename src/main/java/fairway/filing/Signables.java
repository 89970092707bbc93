package fairway.filing;

import fairway.documents.Documents;
import fairway.documents.Holder;
import fairway.drafts.Drafts;
import fairway.drafts.Opened;
import fairway.forms.Fees;
import fairway.forms.Forms;
import fairway.forms.Level;
import fairway.legal.LegalTexts;
import org.springframework.stereotype.Component;

/** Puts together what a signature would cover. */
@Component
class Signables {
    private final Drafts drafts;
    private final ReviewViews reviews;
    private final Sources sources;
    private final Confirmations confirmations;

    Signables(Drafts drafts, ReviewViews reviews, Sources sources, Confirmations confirmations) {
        this.drafts = drafts;
        this.reviews = reviews;
        this.sources = sources;
        this.confirmations = confirmations;
    }

    @Component
    record Sources(Forms forms, Documents documents, LegalTexts legal) {}

    Signable of(Opened opened) {
        var filing = sources.forms().canonical(opened.edition(), opened.answers(), opened.facts());
        var found = sources.forms().fees(opened.edition(), opened.answers(), opened.facts());
        var fees = found.owed().stream().map(fee -> fee.code()).toList();
        var warnings = reviews.warningKeys(opened);
        var known = drafts.accepted(opened.draft().id());
        var quote = confirmations.quote(opened, fees);
        var price = new Signable.Price(fees, quote, confirmations.payable(quote));
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
                        Signable.Obstacle.of(
                                blocked(opened, found),
                                known.containsAll(warnings),
                                confirmations.refusal(opened).isEmpty() && price.confirmed())),
                price);
    }

    /** A fee that the answers leave open stops a signature whatever the checks say. */
    private boolean blocked(Opened opened, Fees fees) {
        return !fees.isDecided() || !reviews.findings(opened, Level.BLOCK).isEmpty();
    }
}
