package fairway.promises;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@FairwayTest
@RecordApplicationEvents
class KeepingPromisesTests {
    @Autowired
    Promises promises;

    @Autowired
    TestClock clock;

    @Autowired
    TestJobs jobs;

    @Autowired
    ApplicationEvents events;

    private final UUID person = UUID.randomUUID();
    private final String thing = UUID.randomUUID().toString();

    @Test
    void a_promise_is_listed_for_its_person_until_it_is_kept() {
        promises.open("test.answer", thing, person, clock.instant().plus(Duration.ofHours(1)));
        assertThat(promises.openOf(person))
                .extracting(Promise::about, Promise::overdue)
                .containsExactly(tuple(false));
        promises.keep("test.answer", thing);
        assertThat(promises.openOf(person)).isEmpty();
    }

    @Test
    void opening_and_keeping_twice_changes_nothing() {
        var until = clock.instant().plus(Duration.ofHours(1));
        promises.open("test.answer", thing, person, until);
        promises.open("test.answer", thing, person, until.plusSeconds(60));
        assertThat(promises.openOf(person)).extracting(Promise::until).containsExactly(until);
        promises.keep("test.answer", thing);
        promises.keep("test.answer", thing);
        promises.open("test.answer", thing, person, until);
        assertThat(promises.openOf(person)).isEmpty();
    }

    @Test
    void a_broken_promise_is_seen_by_staff_and_person_and_told_once() {
        promises.open("test.answer", thing, person, clock.instant().plus(Duration.ofMinutes(5)));
        assertThat(promises.overdue()).extracting(Promise::about).doesNotContain(thing);

        clock.advance(Duration.ofMinutes(6));
        jobs.runDue();
        clock.advance(Duration.ofMinutes(6));
        jobs.runDue();

        assertThat(promises.overdue()).extracting(Promise::about).contains(thing);
        assertThat(promises.openOf(person))
                .extracting(Promise::about, Promise::overdue)
                .containsExactly(tuple(true));
        assertThat(events.stream(PromiseOverdue.class)
                        .filter(each -> each.about().equals(thing)))
                .containsExactly(new PromiseOverdue("test.answer", thing, person));

        promises.keep("test.answer", thing);
        assertThat(promises.overdue()).extracting(Promise::about).doesNotContain(thing);
    }

    private org.assertj.core.groups.Tuple tuple(boolean overdue) {
        return org.assertj.core.groups.Tuple.tuple(thing, overdue);
    }
}
