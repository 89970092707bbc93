package fairway;

import fairway.forms.Edition;
import fairway.forms.Forms;
import java.time.LocalDate;
import java.util.List;

/** Editions that the agency has not confirmed or does not take any more, and what that means here. */
final class FormsChecks {
    private final Forms forms;
    private final LocalDate today;

    FormsChecks(Forms forms, LocalDate today) {
        this.forms = forms;
        this.today = today;
    }

    List<Finding> look() {
        return forms.all().stream().map(this::look).toList();
    }

    private Finding look(Edition edition) {
        var source = edition.header().validity().source();
        return forms.refusal(edition, today)
                .map(refusal -> switch (refusal) {
                    case NOT_ACCEPTED -> Finding.note("forms", edition + " is not taken by the agency today");
                    case UNCONFIRMED ->
                        Finding.note(
                                "forms",
                                edition + " is not confirmed by the agency, so nobody can file it here ("
                                        + source.text() + ", read " + source.read() + ")");
                })
                .orElseGet(() -> source.confirmed()
                        ? Finding.of("forms", true, edition + " is confirmed by the agency")
                        : Finding.note("forms", edition + " is not confirmed by the agency; a demonstration files it"));
    }
}
