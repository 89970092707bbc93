package fairway.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("FIL-3")
class MergeTests {
    private static final Words BASE = words("city", "Boston", "phone", "1");

    @Test
    void two_windows_that_change_different_fields_are_brought_together() {
        var merge = Merge.of(shown(BASE), words("city", "Salem", "phone", "1"), words("city", "Boston", "phone", "2"));

        assertThat(merge).isEqualTo(new Merge.Together(words("city", "Salem", "phone", "2")));
    }

    @Test
    void the_same_field_answered_differently_is_for_the_person_to_decide() {
        var merge = Merge.of(shown(BASE), words("city", "Salem", "phone", "3"), words("city", "Lynn", "phone", "1"));

        assertThat(merge).isInstanceOfSatisfying(Merge.Apart.class, apart -> {
            assertThat(apart.paths()).containsExactly("city");
            assertThat(apart.otherwise()).isEqualTo(words("city", "Lynn", "phone", "3"));
        });
    }

    @Test
    void the_same_answer_twice_is_no_conflict() {
        var both = words("city", "Salem", "phone", "1");

        assertThat(Merge.of(shown(BASE), both, both)).isEqualTo(new Merge.Together(both));
    }

    @Test
    void clearing_a_field_is_a_change_too() {
        assertThat(Merge.of(shown(BASE), words("phone", "1"), words("city", "Boston", "phone", "2")))
                .isEqualTo(new Merge.Together(words("phone", "2")));
        assertThat(Merge.of(shown(BASE), words("phone", "1"), words("city", "Lynn", "phone", "1")))
                .isInstanceOf(Merge.Apart.class);
    }

    @Test
    void a_date_is_one_field_although_it_has_three_boxes() {
        var base = Words.of(Map.of("dob", Map.of("year", "1990", "month", "4", "day", "2")));
        var mine = Words.of(Map.of("dob", Map.of("year", "1991", "month", "4", "day", "2")));
        var theirs = Words.of(Map.of("dob", Map.of("year", "1990", "month", "4", "day", "3")));

        assertThat(Merge.of(shown(base), mine, theirs)).isInstanceOf(Merge.Apart.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void no_change_of_anybody_is_ever_lost(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            var base = some(random);
            var mine = changed(random, base);
            var theirs = changed(random, base);
            switch (Merge.of(shown(base), mine, theirs)) {
                case Merge.Together(var words) -> {
                    for (var path : mine.differences(base)) {
                        assertThat(words.at(path)).isEqualTo(mine.at(path));
                    }
                    for (var path : theirs.differences(base)) {
                        assertThat(words.at(path)).isEqualTo(theirs.at(path));
                    }
                }
                case Merge.Apart apart ->
                    assertThat(apart.paths()).allSatisfy(path -> {
                        assertThat(mine.at(path)).isNotEqualTo(base.at(path));
                        assertThat(theirs.at(path)).isNotEqualTo(base.at(path));
                        assertThat(mine.at(path)).isNotEqualTo(theirs.at(path));
                    });
            }
        }
    }

    private static Words some(Random random) {
        var fields = new HashMap<String, Map<String, String>>();
        for (var path : new String[] {"a", "b", "c", "d", "e"}) {
            fields.put(path, Map.of("", value(random)));
        }
        return Words.of(fields);
    }

    private static Words changed(Random random, Words base) {
        var words = base;
        for (var path : new String[] {"a", "b", "c", "d", "e"}) {
            if (random.nextInt(4) == 0) {
                words = words.with(path, Map.of("", value(random)));
            }
        }
        return words;
    }

    private static String value(Random random) {
        return random.nextInt(3) == 0 ? "" : String.valueOf(random.nextInt(4));
    }

    private static Shown shown(Words words) {
        return Shown.of("salt", words);
    }

    static Words words(String... pathsAndValues) {
        var fields = new HashMap<String, Map<String, String>>();
        for (int i = 0; i < pathsAndValues.length; i += 2) {
            fields.put(pathsAndValues[i], Map.of("", pathsAndValues[i + 1]));
        }
        return Words.of(fields);
    }
}
