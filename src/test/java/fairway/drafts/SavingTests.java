package fairway.drafts;

import static fairway.drafts.MergeTests.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.uuid.NoArgGenerator;
import fairway.FairwayTest;
import fairway.TestClock;
import fairway.drafts.Saving.Outcome;
import fairway.vault.SealBroken;
import fairway.vault.Vault;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@FairwayTest
@Tag("FIL-3")
class SavingTests {
    @Autowired
    Saving saving;

    @Autowired
    DraftTable drafts;

    @Autowired
    DraftPages pages;

    @Autowired
    PageTokens tokens;

    @Autowired
    DraftLife life;

    @Autowired
    Vault vault;

    @Autowired
    NoArgGenerator ids;

    @Autowired
    TestClock clock;

    @Autowired
    Discarding discarding;

    @Autowired
    JdbcClient db;

    private Draft draft;

    @BeforeEach
    void a_draft() {
        var now = clock.instant();
        draft = new Draft(
                ids.generate(),
                ids.generate(),
                vault.newKey(),
                "i-765",
                LocalDate.of(2025, 8, 21),
                Locale.ENGLISH,
                0,
                Draft.Status.OPEN,
                new Draft.Progress("", 0, 1),
                now,
                now,
                life.endFrom(now));
        drafts.add(draft);
    }

    @Test
    void a_draft_is_announced_before_it_ends_and_then_ends() {
        var start = clock.instant();
        try {
            clock.set(draft.expires().minus(Duration.ofDays(13)));
            discarding.remind();
            assertThat(reminded()).isEqualTo(14);
            clock.set(draft.expires().minus(Duration.ofHours(20)));
            discarding.remind();
            assertThat(reminded()).isEqualTo(1);

            clock.set(draft.expires().plus(Duration.ofHours(2)));
            discarding.endExpired();

            assertThat(drafts.find(draft.account(), draft.id())).isEmpty();
        } finally {
            clock.set(start);
        }
    }

    private int reminded() {
        return db.sql("select reminded from drafts.draft where id = :id")
                .param("id", draft.id())
                .query(Integer.class)
                .single();
    }

    @Test
    void what_was_saved_reads_back_and_nothing_of_it_is_in_the_row() {
        save(shown("about", 0), words("ssn", "078-05-1120"));

        assertThat(now("about").words()).isEqualTo(words("ssn", "078-05-1120"));
        var sealed = db.sql("select sealed from drafts.draft_page where draft_id = :id")
                .param("id", draft.id())
                .query(byte[].class)
                .single();
        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("078-05-1120");
    }

    @Test
    void a_row_does_not_open_in_another_place() {
        save(shown("about", 0), words("name", "Ana"));
        db.sql("update drafts.draft_page set page = 'other' where draft_id = :id")
                .param("id", draft.id())
                .update();

        assertThatThrownBy(() -> pages.of(draft)).isInstanceOf(SealBroken.class);
    }

    @Test
    void two_windows_on_one_page_lose_nothing_and_are_asked_where_they_disagree() {
        save(shown("about", 0), words("city", "Boston", "phone", "1"));
        var left = shown("about", 0);
        var right = shown("about", 0);
        save(left, words("city", "Salem", "phone", "1"));

        assertThat(save(right, words("city", "Boston", "phone", "2"))).isInstanceOf(Outcome.Saved.class);
        assertThat(now("about").words()).isEqualTo(words("city", "Salem", "phone", "2"));

        var clash = save(right, words("city", "Lynn", "phone", "2"));
        assertThat(clash)
                .isInstanceOfSatisfying(
                        Outcome.Clash.class,
                        found -> assertThat(found.apart().paths()).containsExactly("city"));
        assertThat(now("about").words().at("city")).containsEntry("", "Salem");
    }

    @Test
    void an_autosave_whose_answer_was_lost_does_not_fight_the_same_window() {
        var window = shown("about", 0);
        save(window, words("name", "An"));

        assertThat(save(window, words("name", "Ana"))).isInstanceOf(Outcome.Saved.class);
        assertThat(now("about").words()).isEqualTo(words("name", "Ana"));
    }

    @Test
    void a_double_click_saves_once() {
        var window = shown("about", 0);
        save(window, words("name", "Ana"));
        save(window, words("name", "Ana"));

        assertThat(now("about").rev()).isEqualTo(1);
    }

    @Test
    void a_window_that_merged_does_not_then_overwrite_what_it_never_showed() {
        save(shown("about", 0), words("city", "Boston", "phone", "1"));
        var left = shown("about", 0);
        save(shown("about", 0), words("city", "Salem", "phone", "1"));
        save(left, words("city", "Boston", "phone", "2"));

        save(left, words("city", "Boston", "phone", "3"));

        assertThat(now("about").words().at("city")).containsEntry("", "Salem");
    }

    @Test
    void many_windows_at_once_lose_no_field() throws Exception {
        save(shown("about", 0), words("start", "x"));
        var tasks = new ArrayList<Callable<Outcome>>();
        for (int i = 0; i < 20; i++) {
            var token = shown("about", 0);
            var path = "field" + i;
            tasks.add(() -> save(token, words("start", "x").with(path, java.util.Map.of("", "typed"))));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(tasks)) {
                assertThat(done.get()).isInstanceOf(Outcome.Saved.class);
            }
        }

        assertThat(now("about").words().fields()).hasSize(21);
        assertThat(now("about").rev()).isEqualTo(21);
    }

    @Test
    void two_windows_that_add_to_a_list_add_two() {
        var left = shown("names", 1);
        var right = shown("names", 1);
        save(left, words("name", "Ana"));
        save(right, words("name", "Eva"));

        assertThat(pages.of(draft)).extracting(SavedPage::instance).containsExactly(1, 2);
    }

    @Test
    void a_number_of_a_list_is_never_used_twice() {
        save(shown("names", 1), words("name", "Ana"));
        saving.remove(draft.account(), draft.id(), "names", 1);

        save(shown("names", 1), words("name", "Eva"));

        assertThat(pages.of(draft))
                .filteredOn(page -> !page.removed())
                .extracting(SavedPage::instance)
                .containsExactly(2);
    }

    @Test
    void a_signed_draft_takes_no_answers() {
        drafts.status(draft.id(), Draft.Status.SIGNED);

        assertThat(save(shown("about", 0), words("name", "Ana"))).isInstanceOf(Outcome.Frozen.class);
    }

    @Test
    void a_foreign_account_finds_no_draft() {
        var token = shown("about", 0);

        assertThat(saving.save(new Saving.Post(UUID.randomUUID(), token, words("name", "Eva"), true, "en")))
                .isInstanceOf(Outcome.NoSuchDraft.class);
        assertThat(tokens.read(UUID.randomUUID(), tokens.sign(draft.account(), token)))
                .isEmpty();
    }

    @Test
    void the_change_log_names_questions_and_never_answers() {
        save(shown("about", 0), words("city", "Boston", "phone", "1"));
        save(shown("about", 0), words("city", "Salem", "phone", "1"));

        var log = db.sql(
                        "select array_to_string(fields, ',') from drafts.draft_change where draft_id = :id order by id")
                .param("id", draft.id())
                .query(String.class)
                .list();
        assertThat(log).containsExactly("city,phone", "city");
    }

    private PageToken shown(String page, int instance) {
        var current = pages.find(draft, page, instance)
                .filter(found -> !found.removed())
                .orElseGet(() -> SavedPage.never(page, instance, draft.account()));
        var token = tokens.show(draft.account(), draft.id(), page, instance, current.rev(), current.words());
        return tokens.read(draft.account(), token).orElseThrow();
    }

    private Outcome save(PageToken token, Words words) {
        return saving.save(new Saving.Post(draft.account(), token, words, false, "en"));
    }

    private SavedPage now(String page) {
        return pages.find(draft, page, 0).orElseThrow();
    }
}
