package fairway;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.forms.Forms;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormsChecksTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void an_operator_reads_what_nobody_can_file_here_and_why() {
        var real = Forms.bundled(Runnable::run, new Forms.House(List.of(), false));
        assertThat(new FormsChecks(real, TODAY).look())
                .extracting(Finding::level, Finding::says)
                .anySatisfy(found -> assertThat(found.toList().toString())
                        .contains("NOTE", "i-765/2025-08-21 is not confirmed by the agency, so nobody can file it here")
                        .contains("read 2026-10-03"));

        var demonstration = Forms.bundled(Runnable::run, new Forms.House(List.of(), true));
        assertThat(new FormsChecks(demonstration, TODAY).look())
                .extracting(Finding::says)
                .contains("i-765/2025-08-21 is not confirmed by the agency; a demonstration files it");
        assertThat(new FormsChecks(demonstration, LocalDate.of(2025, 8, 20)).look())
                .extracting(Finding::says)
                .contains("i-765/2025-08-21 is not taken by the agency today");
    }
}
