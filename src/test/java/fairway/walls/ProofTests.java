package fairway.walls;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.walls.Proof.Outcome;
import fairway.walls.Proof.Row;
import fairway.walls.Proof.Rows;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProofTests {
    private static final Rows ROWS = new Rows(
            List.of(new Row("P01", "63B", "Long enough", null), new Row("R01", "63B", "Two proofs", "recovery")),
            List.of(new Row("A01", null, "Stuffing", null)));

    @Test
    void a_row_holds_when_all_its_tests_passed_and_each_is_a_sentence() {
        var proof = Proof.of(ROWS, List.of("P01\tfairway.signin.SomeTests\tseven_are_too_few\tPASSED"));
        assertThat(proof.page())
                .contains("| P01 | Long enough | 63B | `signin.SomeTests` seven are too few | holds |")
                .contains("| R01 | Two proofs | 63B |  | comes with recovery |");
        assertThat(proof.lacking()).containsExactly("A01 has no test that ran: Stuffing");
    }

    @Test
    void one_failed_test_of_many_and_an_unknown_id_turn_it_red() {
        var proof = Proof.of(
                ROWS,
                List.of("P01\tT\tone\tPASSED", "P01\tT\ttwo\tFAILED", "A01\tT\tthree\tPASSED", "Z99\tT\tfour\tPASSED"));
        assertThat(proof.page()).contains("**fails**");
        assertThat(proof.lacking()).containsExactly("P01 failed: `T` two", "Z99 is no row of rows.yaml: `T` four");
    }

    @Test
    void skipped_is_not_passed_and_the_last_run_counts() {
        assertThat(Proof.of(ROWS, List.of("P01\tT\tone\tSKIPPED")).page()).contains("**no test**");
        assertThat(Proof.of(ROWS, List.of("P01\tT\tone\tFAILED", "P01\tT\tone\tPASSED"))
                        .page())
                .doesNotContain("fails");
        assertThat(Outcome.PASSED.worse(Outcome.FAILED)).isEqualTo(Outcome.FAILED);
    }

    @Test
    void the_list_names_every_row_once() throws Exception {
        var rows = Proof.asked();
        assertThat(rows.requirements())
                .extracting(Row::id)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(90);
        assertThat(rows.attacks()).extracting(Row::id).hasSize(60).doesNotHaveDuplicates();
        assertThat(rows.requirements())
                .allSatisfy(row -> assertThat(row.id()).matches(Pattern.compile("[A-Z][0-9]{2}")))
                .allSatisfy(row -> assertThat(row.source()).isNotBlank());
    }
}
