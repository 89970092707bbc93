package fairway.support;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.support.Asked.Person;
import fairway.vault.KeyKind;
import fairway.vault.Vault;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts are found by a name and a birth date, whatever became of the keys and whenever they were opened. */
@FairwayTest
@Tag("SEC-4")
class MarksTests {
    private static final LocalDate BORN = LocalDate.of(1986, 4, 28);

    @LocalServerPort
    int port;

    @Autowired
    Asked asked;

    @Autowired
    Marks marks;

    @Autowired
    Marking marking;

    @Autowired
    Vault vault;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    Person person;

    @BeforeEach
    void somebodyWithAName() {
        clock.set(TestClock.START);
        person = asked.person(port);
    }

    @Test
    @Tag("H10")
    void by_every_word_once_under_whichever_keys_they_are_kept() {
        assertThat(found()).containsExactly(new Marks.Match(person.account(), 2, false));
        vault.newKey(KeyKind.FINGERPRINT, true);
        assertThat(found()).containsExactly(new Marks.Match(person.account(), 2, false));
        marks.markProfile(person.account());
        vault.turn(line -> {});
        assertThat(found()).containsExactly(new Marks.Match(person.account(), 2, false));
        assertThat(db.sql("select distinct octet_length(mark) from support.person_mark where account = ?")
                        .param(person.account())
                        .query(Integer.class)
                        .list())
                .containsExactly(34);
        assertThat(marks.matching("Other " + person.family(), BORN, "")).isEmpty();
    }

    @Test
    void also_those_from_before_there_were_marks_and_after_a_round_that_was_cut() {
        db.sql("delete from support.person_mark where account = ?")
                .param(person.account())
                .update();
        assertThat(found()).isEmpty();
        var before = db.sql("select id from identity.account where id < ? and not staff order by id desc limit 1")
                .param(person.account())
                .query(UUID.class)
                .optional()
                .orElse(new UUID(0, 0));
        db.sql("update support.marking set last = ?, done = false")
                .param(before)
                .update();
        marking.markSome();
        assertThat(found()).containsExactly(new Marks.Match(person.account(), 2, false));
        assertThat(done()).as("there may be more").isFalse();
        marking.markSome();
        assertThat(done()).isTrue();
        marking.markSome();
        assertThat(found()).containsExactly(new Marks.Match(person.account(), 2, false));
    }

    private boolean done() {
        return db.sql("select done from support.marking").query(Boolean.class).single();
    }

    private List<Marks.Match> found() {
        return marks.matching(person.name(), BORN, "");
    }
}
