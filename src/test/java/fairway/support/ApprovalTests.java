package fairway.support;

import static fairway.support.ProofKind.DOCUMENT;
import static fairway.support.ProofKind.EMAIL;
import static fairway.support.ProofKind.LETTER;
import static fairway.support.ProofKind.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import fairway.support.Approval.Answer;
import fairway.support.Approval.Proven;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SEC-4")
class ApprovalTests {
    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);
    private static final UUID OFFICER = new UUID(0, 3);
    private static final List<ProofKind> ALL = List.of(ProofKind.values());
    private static final Set<Set<ProofKind>> ENOUGH = Set.of(
            EnumSet.of(EMAIL, LETTER),
            EnumSet.of(TEXT, LETTER),
            EnumSet.of(EMAIL, DOCUMENT),
            EnumSet.of(TEXT, DOCUMENT),
            EnumSet.of(LETTER, DOCUMENT),
            EnumSet.of(EMAIL, TEXT, LETTER),
            EnumSet.of(EMAIL, TEXT, DOCUMENT),
            EnumSet.of(EMAIL, LETTER, DOCUMENT),
            EnumSet.of(TEXT, LETTER, DOCUMENT),
            EnumSet.allOf(ProofKind.class));

    @Test
    @Tag("R10")
    @Tag("A58")
    void of_all_sixteen_sets_of_proofs_the_ten_of_two_sorts_suffice_and_no_other() {
        for (int bits = 0; bits < 16; bits++) {
            var kinds = EnumSet.noneOf(ProofKind.class);
            for (int place = 0; place < ALL.size(); place++) {
                if ((bits >> place & 1) == 1) {
                    kinds.add(ALL.get(place));
                }
            }
            var proofs = proofs(kinds);
            assertThat(Approval.suffice(proofs)).as("%s", kinds).isEqualTo(ENOUGH.contains(kinds));
            assertThat(new Approval(null, proofs).mayPropose()).isEqualTo(ENOUGH.contains(kinds));
            assertThat(new Approval(FIRST, proofs).by(SECOND))
                    .isEqualTo(ENOUGH.contains(kinds) ? Answer.ALLOWED : Answer.TOO_FEW_PROOFS);
        }
    }

    @Test
    void the_same_proof_twice_is_one() {
        assertThat(Approval.suffice(List.of(new Proven(LETTER, null), new Proven(LETTER, null))))
                .isFalse();
    }

    @Test
    @Tag("A18")
    void nobody_approves_what_they_proposed_or_vouched_for() {
        var proofs = proofs(EnumSet.of(EMAIL, DOCUMENT));
        assertThat(new Approval(null, proofs).by(SECOND)).isEqualTo(Answer.NOTHING_PROPOSED);
        assertThat(new Approval(FIRST, proofs).by(FIRST)).isEqualTo(Answer.SAME_AGENT);
        assertThat(new Approval(FIRST, proofs).by(OFFICER)).isEqualTo(Answer.OWN_PROOF);
        assertThat(new Approval(FIRST, proofs).by(SECOND)).isEqualTo(Answer.ALLOWED);
        assertThat(new Approval(FIRST, proofs).mayPropose()).isFalse();
        assertThat(Approval.mayCompare(FIRST, FIRST)).isFalse();
        assertThat(Approval.mayCompare(OFFICER, FIRST)).isTrue();
    }

    @Test
    @Tag("R03")
    void codes_live_as_long_as_the_standard_allows_and_no_longer() {
        assertThat(EMAIL.life()).isEqualTo(Duration.ofHours(24));
        assertThat(TEXT.life()).isEqualTo(Duration.ofMinutes(10));
        assertThat(LETTER.life()).isEqualTo(Duration.ofDays(21));
        assertThat(EMAIL.byCode() && TEXT.byCode() && LETTER.byCode()).isTrue();
        assertThat(DOCUMENT.byCode()).isFalse();
        assertThat(EMAIL.sort()).isEqualTo(TEXT.sort());
        assertThat(ProofKind.read("LETTER")).contains(LETTER);
        assertThat(ProofKind.read("letter")).isEmpty();
        assertThat(LETTER.key()).isEqualTo("letter");
        assertThat(Answer.OWN_PROOF.key()).isEqualTo("own_proof");
    }

    @Test
    void a_name_is_the_same_however_it_is_written() {
        var words = Marks.words("María de los Ángeles  Fernández-Echeverría");
        assertThat(words).containsExactlyInAnyOrder("maria", "de", "los", "angeles", "fernandez", "echeverria");
        assertThat(Marks.words("ECHEVERRIA, Fernandez maria DE LOS angeles")).isEqualTo(words);
        assertThat(Marks.words("Nguyễn")).containsExactly("nguyen");
        assertThat(Marks.words(" ")).isEmpty();
    }

    private static List<Proven> proofs(Set<ProofKind> kinds) {
        var proofs = new ArrayList<Proven>();
        kinds.forEach(kind -> proofs.add(new Proven(kind, kind == DOCUMENT ? OFFICER : null)));
        return proofs;
    }
}
