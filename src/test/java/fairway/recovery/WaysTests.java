package fairway.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.recovery.Ways.Outcome;
import fairway.signin.Profile;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every combination of what an account has and what was shown, in both profiles, against the table written out here. */
class WaysTests {
    /** Profiles, what is needed, what the account must not have, what follows. Nothing else opens an account. */
    private static final String TABLE = """
            CLASSIC STRICT | LINK APP                     |                  | OPEN
            CLASSIC STRICT | LINK PASSKEY                 |                  | OPEN
            CLASSIC STRICT | LINK BACKUP_CODE             |                  | OPEN
            CLASSIC STRICT | RECOVERY_LINK APP            |                  | OPEN
            CLASSIC STRICT | RECOVERY_LINK PASSKEY        |                  | OPEN
            CLASSIC STRICT | RECOVERY_LINK BACKUP_CODE    |                  | OPEN
            CLASSIC        | LINK QUESTIONS TEXT          |                  | OPEN
            CLASSIC        | RECOVERY_LINK QUESTIONS TEXT |                  | OPEN
            CLASSIC        | LINK QUESTIONS               | TEXT APP PASSKEY | FROZEN
            """;

    private static final List<Proof> PROOFS = List.of(Proof.values());
    private static final int ALL = 1 << Proof.values().length;

    private record Row(Set<Profile> profiles, int needs, int lacks, boolean open) {
        static Row read(String line) {
            var cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            var profiles = Arrays.stream(cells.get(0).split(" ", -1))
                    .map(Profile::valueOf)
                    .collect(Collectors.toSet());
            return new Row(
                    profiles,
                    mask(cells.get(1)),
                    mask(cells.get(2)),
                    cells.get(3).equals("OPEN"));
        }

        boolean holds(Profile profile, int has, int shown) {
            return profiles.contains(profile) && (needs & shown) == needs && (lacks & has) == 0;
        }

        private static int mask(String names) {
            return names.isEmpty()
                    ? 0
                    : Arrays.stream(names.split(" ", -1))
                            .mapToInt(name -> bit(Proof.valueOf(name)))
                            .sum();
        }
    }

    private static final List<Row> ROWS = TABLE.lines().map(Row::read).toList();
    private static final Map<Profile, boolean[][]> ENOUGH = enough();

    private static int bit(Proof proof) {
        return 1 << PROOFS.indexOf(proof);
    }

    private static boolean open(Profile profile, int has, int shown) {
        return ROWS.stream().anyMatch(row -> row.open() && row.holds(profile, has, shown & has));
    }

    private static boolean enough(Profile profile, int has, int shown) {
        return Objects.requireNonNull(ENOUGH.get(profile))[has][shown & has];
    }

    private static Map<Profile, boolean[][]> enough() {
        var enough = new EnumMap<Profile, boolean[][]>(Profile.class);
        for (var profile : Profile.values()) {
            var table = new boolean[ALL][ALL];
            enough.put(profile, table);
            for (int has = 0; has < ALL; has++) {
                for (int shown = 0; shown < ALL; shown++) {
                    int one = has;
                    int other = shown & has;
                    table[has][shown] = ROWS.stream().anyMatch(row -> row.holds(profile, one, other));
                }
            }
        }
        return enough;
    }

    private static Set<Proof> proofs(int mask) {
        var proofs = EnumSet.noneOf(Proof.class);
        Arrays.stream(Proof.values()).filter(proof -> (mask & bit(proof)) != 0).forEach(proofs::add);
        return proofs;
    }

    /** Those that make the difference beside some others that the account has. */
    private static Set<Proof> helping(Profile profile, int has, int shown) {
        var helping = EnumSet.noneOf(Proof.class);
        int counted = has & shown;
        for (var proof : proofs(has & ~shown)) {
            int one = bit(proof);
            for (int others = 0; others < ALL; others++) {
                int with = counted | (others & has & ~one);
                if (!enough(profile, has, with) && enough(profile, has, with | one)) {
                    helping.add(proof);
                }
            }
        }
        return helping;
    }

    private static Outcome expected(Profile profile, int has, int shown) {
        if (open(profile, has, shown)) {
            return new Outcome.Open();
        }
        if (enough(profile, has, shown)) {
            return new Outcome.OpenThenFrozen();
        }
        return enough(profile, has, has) ? new Outcome.NeedsMore(helping(profile, has, shown)) : new Outcome.Never();
    }

    @Test
    @Tag("R01")
    @Tag("R08")
    @Tag("R09")
    @Tag("A58")
    void every_path_of_the_table_opens_an_account_and_no_other() {
        int opened = 0;
        for (var profile : Profile.values()) {
            for (int has = 0; has < ALL; has++) {
                for (int shown = 0; shown < ALL; shown++) {
                    var outcome = Ways.decide(profile, proofs(has), proofs(shown));
                    var expected = expected(profile, has, shown);
                    if (!outcome.equals(expected)) {
                        assertThat(outcome)
                                .as("%s has %s shown %s", profile, proofs(has), proofs(shown))
                                .isEqualTo(expected);
                    }
                    opened += enough(profile, has, shown) ? 1 : 0;
                }
            }
        }
        assertThat(opened).isGreaterThan(1000);
    }

    @Test
    @Tag("A58")
    @Tag("R08")
    void a_mailbox_a_phone_number_or_the_answers_alone_open_nothing() {
        for (var profile : Profile.values()) {
            for (int has = 0; has < ALL; has++) {
                for (var alone : Proof.values()) {
                    assertThat(Ways.decide(profile, proofs(has), Set.of(alone)))
                            .isNotInstanceOfAny(Outcome.Open.class, Outcome.OpenThenFrozen.class);
                }
                assertThat(Ways.decide(profile, proofs(has), Set.of(Proof.LINK, Proof.TEXT)))
                        .isNotInstanceOfAny(Outcome.Open.class, Outcome.OpenThenFrozen.class);
            }
        }
    }

    @Test
    void only_somebody_who_reads_an_address_of_the_account_may_begin_to_wait() {
        assertThat(Ways.mayWait(Set.of(Proof.LINK))).isTrue();
        assertThat(Ways.mayWait(Set.of(Proof.RECOVERY_LINK))).isTrue();
        assertThat(Proof.RECOVERY_LINK.key()).isEqualTo("recovery_link");
        assertThat(Ways.mayWait(EnumSet.complementOf(EnumSet.of(Proof.LINK, Proof.RECOVERY_LINK))))
                .isFalse();
    }
}
