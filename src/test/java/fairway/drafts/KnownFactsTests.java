package fairway.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.forms.Forms;
import java.util.HashSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FairwayTest
@Tag("FIL-5")
class KnownFactsTests {
    @Autowired
    Forms forms;

    @Autowired
    KnownFacts known;

    @Test
    void every_fact_an_edition_wants_is_supplied_or_said_to_be_missing() {
        for (var edition : forms.all()) {
            var missing = new HashSet<>(edition.facts());
            missing.removeAll(known.names());
            missing.remove("channel");
            assertThat(missing)
                    .as(edition.toString())
                    .isEqualTo(edition.header().notSupplied());
        }
    }
}
