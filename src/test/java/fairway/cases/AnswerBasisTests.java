package fairway.cases;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.cases.AnswerBasis.Newer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose text is the newer one when a page of an unsent answer comes back late, and until when an answer counts. */
@Tag("CAS-7")
class AnswerBasisTests {
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final UUID MINE = new UUID(0, 1);
    private static final UUID THEIRS = new UUID(0, 2);
    private static final UnsentAnswer SHOWN = kept("My passport is lost.", 3, new UUID(0, 3));
    private static final AnswerBasis PAGE = AnswerBasis.of(SHOWN, MINE);

    private static UnsentAnswer kept(String text, long rev, UUID window) {
        return new UnsentAnswer(text, rev, window, NOW);
    }

    @Test
    void while_nobody_else_saved_what_is_typed_is_kept() {
        assertThat(PAGE.newer(SHOWN, "Here it is.")).isEqualTo(Newer.MINE);
        assertThat(PAGE.newer(SHOWN, SHOWN.text())).isEqualTo(Newer.MINE);
        assertThat(AnswerBasis.NOTHING.newer(UnsentAnswer.NONE, "The first words"))
                .isEqualTo(Newer.MINE);
    }

    @Test
    void a_page_does_not_fight_what_it_saved_itself() {
        assertThat(PAGE.newer(kept("Saved, but the reply was lost", 4, MINE), "Saved and more"))
                .isEqualTo(Newer.MINE);
    }

    @Test
    void of_two_texts_only_the_person_knows_the_better() {
        assertThat(PAGE.newer(kept("Written elsewhere", 4, THEIRS), "Written here"))
                .isEqualTo(Newer.BOTH);
    }

    @Test
    void who_changed_nothing_leaves_the_newer_text_alone() {
        var elsewhere = kept("Written elsewhere", 4, THEIRS);
        assertThat(PAGE.newer(elsewhere, SHOWN.text())).isEqualTo(Newer.THEIRS);
        assertThat(PAGE.newer(elsewhere, "\n" + SHOWN.text() + "  ")).isEqualTo(Newer.THEIRS);
    }

    @Test
    void the_same_text_twice_and_a_text_put_back_are_no_conflict() {
        assertThat(PAGE.newer(kept("The same words ", 4, THEIRS), " The same words"))
                .isEqualTo(Newer.MINE);
        assertThat(PAGE.newer(kept(SHOWN.text() + "\n", 5, THEIRS), "Written here"))
                .isEqualTo(Newer.MINE);
    }

    @Test
    void a_post_without_a_basis_overwrites_nothing_that_was_saved() {
        assertThat(AnswerBasis.NOTHING.newer(SHOWN, "Out of nowhere")).isEqualTo(Newer.BOTH);
        assertThat(AnswerBasis.NOTHING.newer(SHOWN, "")).isEqualTo(Newer.BOTH);
        assertThat(AnswerBasis.NOTHING.newer(SHOWN, SHOWN.text())).isEqualTo(Newer.MINE);
    }

    @Test
    void a_page_reads_back_what_it_carries_and_goes_on_from_what_it_saved() {
        assertThat(AnswerBasis.read(PAGE.text())).isEqualTo(PAGE);
        assertThat(AnswerBasis.NOTHING.text()).isEmpty();
        var saved = kept("Written here", 4, MINE);
        var next = PAGE.after(saved);
        assertThat(next).isEqualTo(AnswerBasis.of(saved, MINE));
        assertThat(next.newer(kept("Written elsewhere", 5, THEIRS), "Written here"))
                .isEqualTo(Newer.THEIRS);
        assertThat(AnswerBasis.NOTHING.after(saved)).isEqualTo(AnswerBasis.NOTHING);
    }

    @Test
    void a_page_keeps_no_readable_copy_of_the_text_and_no_two_showings_carry_the_same() {
        assertThat(PAGE.text()).doesNotContain("passport");
        assertThat(AnswerBasis.of(SHOWN, THEIRS).print()).isNotEqualTo(PAGE.print());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "3",
                "3.00000000-0000-0000-0000-000000000001",
                "x.00000000-0000-0000-0000-000000000001.abc",
                "3.window.abc",
                "3.00000000-0000-0000-0000-000000000001.abc.def"
            })
    void what_is_no_basis_of_ours_is_none(String posted) {
        assertThat(AnswerBasis.read(posted)).isEqualTo(AnswerBasis.NOTHING);
    }

    @ParameterizedTest
    @EnumSource(RequestState.class)
    void an_answer_counts_to_the_last_moment_of_the_last_second(RequestState state) {
        var request = new EvidenceRequest(
                new UUID(0, 4),
                new UUID(0, 5),
                state,
                "Your passport, please.",
                NOW,
                LocalDate.of(2026, 12, 4),
                Instant.parse("2026-12-05T04:59:59Z"),
                UnsentAnswer.NONE,
                "",
                null);
        assertThat(request.openAt(Instant.parse("2026-12-05T04:59:59.999Z"))).isEqualTo(state == RequestState.ISSUED);
        assertThat(request.openAt(Instant.parse("2026-12-05T05:00:00Z"))).isFalse();
    }
}
