package fairway.filing;

import static fairway.drafts.Client.location;
import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestJobs;
import fairway.drafts.Client;
import fairway.drafts.InventedForm;
import fairway.payments.PaymentsSettled;
import fairway.signin.TestSignIn;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** From the review to the receipt, over real HTTP. */
@FairwayTest
@Import(InventedForm.class)
@Tag("FIL-6")
@Tag("FIL-7")
@Tag("FIL-8")
@Tag("FIL-9")
class SubmittingTests {
    @LocalServerPort
    int port;

    @Autowired
    TestSignIn signIn;

    @Autowired
    JdbcClient db;

    @Autowired
    Filings filings;

    @Autowired
    TestJobs jobs;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    private Client ana;
    private String draft;
    private TryOut form;

    @BeforeEach
    void a_draft() {
        ana = new Client(port, signIn.person());
        draft = location(ana.fill("/forms/t-1/start"));
        form = new TryOut(ana, draft);
    }

    @Test
    void what_blocks_is_said_first_with_a_way_to_it() {
        assertThat(ana.get(draft + "/review").body()).contains("to fix", draft + "/legal_name?check");
        assertThat(location(ana.get(draft + "/sign"))).isEqualTo(draft + "/review?unread");
    }

    @Test
    void a_warning_is_accepted_by_a_click_that_is_kept() {
        form.answer("a5", "2000");
        assertThat(ana.get(draft + "/review").body()).contains("The invented rule looks at incomes", "Invented rule");
        assertThat(location(ana.fill(draft + "/review"))).isEqualTo(draft + "/review?unread");
        form.accept();

        var filing = form.sign("Ana Rivera");

        assertThat(location(filing)).startsWith("/filings/");
        assertThat(db.sql("select accepted_warnings::text from filing.package where draft_id = :id")
                        .param("id", id())
                        .query(String.class)
                        .single())
                .contains("T-1.");
    }

    @Test
    void a_warning_that_the_installation_raised_to_a_blocker_stops_the_signature() {
        form.answer("a5", "500");
        ana.fill(draft + "/money", "applicant.income", "500", "applicant.children", "27", "then", "continue");

        assertThat(ana.get(draft + "/review").body())
                .contains("1 thing to fix", "Twenty-seven children")
                .doesNotContain("accept.T-3");
        ana.acceptAll(draft);
        assertThat(location(ana.get(draft + "/sign"))).isEqualTo(draft + "/review?unread");
    }

    @Test
    void a_blocker_that_the_installation_lowered_to_a_warning_is_accepted_and_filed() {
        form.answer("a5", "500");
        ana.fill(draft + "/money", "applicant.income", "500", "applicant.children", "28", "then", "continue");
        assertThat(ana.get(draft + "/review").body()).contains("Twenty-eight children", "accept.T-4");
        assertThat(location(ana.get(draft + "/sign"))).isEqualTo(draft + "/review?unread");
        form.accept();

        assertThat(location(form.sign("Ana Rivera"))).startsWith("/filings/");
    }

    @Test
    void a_check_for_officers_says_nothing_to_the_person_and_is_kept_for_them() {
        form.answer("a5", "500");
        ana.fill(draft + "/money", "applicant.income", "500", "applicant.children", "29", "then", "continue");
        assertThat(ana.get(draft + "/review").body()).doesNotContain("Twenty-nine children");
        form.accept();
        var filed = location(form.sign("Ana Rivera"));

        var id = UUID.fromString(filed.substring("/filings/".length()));
        assertThat(filings.remarksOf(id, Locale.of("es"))).containsExactly("Veintinueve hijos son muchos.");
        assertThat(filings.remarksOf(id, Locale.ENGLISH)).containsExactly("Twenty-nine children are many.");
    }

    @Test
    void nothing_is_signed_while_the_fee_hangs_on_an_answer_that_was_left_out() {
        form.answer("a5", "");

        assertThat(ana.get(draft + "/review").body()).contains("1 thing to fix", draft + "/money?check");
        ana.acceptAll(draft);
        assertThat(location(ana.get(draft + "/sign"))).isEqualTo(draft + "/review?unread");
    }

    @Test
    void without_a_fee_the_signature_files_it_and_own_questions_are_gone() {
        form.answer("a5", "500");
        ana.fill(draft + "/describes", "screen.situation", "asylum_granted", "then", "leave");
        form.accept();

        var filed = location(form.sign("ana rivera"));

        var id = UUID.fromString(filed.substring("/filings/".length()));
        var answers = new String(filings.canonicalOf(id).orElseThrow(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(answers).contains("Rivera").doesNotContain("situation");
        assertThat(db.sql("select count(*) from drafts.draft_page where draft_id = :id")
                        .param("id", id())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(ana.get(filed).body()).contains("Your form is filed", "Your receipt number is");
        assertThat(location(ana.get(draft))).endsWith("/filed");
        jobs.runDue();
        var copy = ana.get(filed + "/copy");
        assertThat(copy.statusCode()).isEqualTo(200);
        assertThat(copy.body()).startsWith("%PDF");
        assertThat(filings.answersOf(id, Locale.of("es")).sections())
                .extracting(FiledAnswers.Section::title)
                .contains("Información sobre usted");
        assertThat(new Client(port, signIn.person()).get(filed).statusCode()).isEqualTo(404);
    }

    @Test
    void another_name_and_a_missing_tick_are_refused_and_nothing_is_lost() {
        form.answer("a5", "500");
        form.accept();

        assertThat(form.sign("Eva Lopez").body())
                .contains("The name you typed is not the name on the form", "value=\"Eva Lopez\"");
        assertThat(ana.fill(draft + "/sign", "name", "Ana Rivera").body()).contains("Tick the box");
    }

    @Test
    void the_signature_covers_what_was_shown_and_nothing_else() {
        form.answer("a5", "500");
        form.accept();
        var page = ana.window(draft + "/sign");
        ana.fill(
                draft + "/reason", "reason", "replacement", "replacement.what", "It was lost at sea.", "then", "leave");

        assertThat(location(ana.post(draft + "/sign", page, "name", "Ana Rivera", "agree", "yes")))
                .isEqualTo(draft + "/sign?changed");
    }

    @Test
    @Tag("H06")
    @Tag("A42")
    void twenty_signatures_at_once_make_one_filing() throws Exception {
        form.answer("a5", "500");
        form.accept();
        var page = ana.window(draft + "/sign");
        var other = ana.window(draft + "/sign");
        var tasks = new ArrayList<Callable<HttpResponse<String>>>();
        for (int i = 0; i < 20; i++) {
            var window = i % 2 == 0 ? page : other;
            tasks.add(() -> ana.post(draft + "/sign", window, "name", "Ana Rivera", "agree", "yes"));
        }
        try (var threads = Executors.newFixedThreadPool(20)) {
            for (var answer : threads.invokeAll(tasks)) {
                assertThat(location(answer.get())).startsWith("/filings/");
            }
        }

        assertThat(count("filing.filing")).isEqualTo(1);
        assertThat(count("filing.package")).isEqualTo(1);
    }

    @Test
    void a_fee_is_paid_after_signing_and_settles_once() {
        form.answer("c9", "500");
        form.accept();
        assertThat(location(form.sign("Ana Rivera"))).isEqualTo(draft + "/pay");
        assertThat(ana.get(draft + "/pay").body()).contains("$470.00", "This is the general fee.");
        assertThat(location(ana.fill(draft + "/pay"))).contains("/cards/");
        assertThat(count("filing.filing")).isZero();
        assertThat(cases()).as("no case before the money is certain").isZero();

        for (int i = 0; i < 3; i++) {
            transaction.executeWithoutResult(again -> events.publishEvent(new PaymentsSettled(pack())));
        }

        assertThat(count("filing.filing")).isEqualTo(1);
        assertThat(cases()).isEqualTo(1);
        assertThat(location(ana.get(draft + "/paid"))).startsWith("/filings/");
        assertThat(location(ana.get(draft + "/pay"))).isEqualTo(draft + "/filed");
    }

    @Test
    void a_signed_draft_is_read_only_until_the_signature_is_taken_back() {
        form.answer("c9", "500");
        form.accept();
        var old = ana.window(draft + "/reason");
        form.sign("Ana Rivera");
        ana.post(draft + "/reason", old, "reason", "replacement", "then", "continue");
        assertThat(location(ana.get(draft + "/reason"))).isEqualTo(draft);

        ana.fill(draft + "/reopen");

        assertThat(ana.get(draft + "/reason").body()).contains("value=\"initial\" checked");
        assertThat(location(form.sign("Ana Rivera"))).isEqualTo(draft + "/pay");
    }

    private long count(String table) {
        return db.sql("select count(*) from " + table + " where draft_id = :id")
                .param("id", id())
                .query(Long.class)
                .single();
    }

    private long cases() {
        return db.sql("select count(*) from cases.case_file where account = :account")
                .param("account", ana.person().account())
                .query(Long.class)
                .single();
    }

    private UUID pack() {
        return db.sql("select id from filing.package where draft_id = :id and state = 'SIGNED' or draft_id = :id")
                .param("id", id())
                .query(UUID.class)
                .list()
                .getFirst();
    }

    private UUID id() {
        return UUID.fromString(draft.substring(draft.lastIndexOf('/') + 1));
    }
}
