package fairway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.cases.CaseAct;
import fairway.promises.Promises;
import fairway.signin.Client;
import fairway.vault.KeyKind;
import fairway.vault.Vault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Joining a filing on paper to the account of its person. */
class ClaimTests extends Claiming {
    @Autowired
    PaperFiles files;

    @Autowired
    Vault vault;

    @Autowired
    Promises promises;

    @Test
    @Tag("A31")
    void with_letter_and_birth_date_the_case_moves_with_its_history_and_the_number_leads_there() {
        var before = cases.of(arrived.file().account()).getFirst().file();
        var joined = claim(person, arrived.receipt(), arrived.code(), "31");
        assertThat(joined.location()).isEqualTo("/cases/" + arrived.receipt());
        assertThat(cases.of(arrived.file().account())).isEmpty();
        var view = cases.of(person.account(), before.receipt()).orElseThrow();
        assertThat(view.file().account()).isEqualTo(person.account());
        assertThat(view.history()).extracting(event -> event.what()).startsWith(CaseAct.CHANGE_ACCOUNT);
        assertThat(view.history()).hasSize((int) before.version() + 1);
        assertThat(accounts.byNumber(arrived.file().number()).orElseThrow().id())
                .isEqualTo(person.account());
        assertThat(accounts.joins().formerNumbers(person.account()))
                .containsExactly(arrived.file().number());
        assertThat(client(person).get("/account/profile").body())
                .contains(arrived.file().number().grouped());
        assertThat(client(person).get(joined.location()).body()).contains("moved to another online account");
        assertThat(mailsTo(person)).contains("A filing on paper was added to your account");
        assertThat(client(person).get("/account/security/history").body()).contains("A filing on paper was added");
        assertThat(claim(person, arrived.receipt(), arrived.code(), "31").location())
                .isEqualTo(joined.location());
    }

    @Test
    @Tag("H10")
    void a_birth_date_is_known_under_whichever_key_it_is_kept() {
        vault.newKey(KeyKind.FINGERPRINT, true);
        assertThat(files.bornOn(arrived.file(), TestPaper.BORN)).isTrue();
        var later = paper.arrived();
        vault.turn(line -> {});
        for (var file : List.of(arrived.file(), later.file())) {
            assertThat(files.bornOn(file, TestPaper.BORN)).isTrue();
            assertThat(files.bornOn(file, TestPaper.BORN.plusDays(1))).isFalse();
            assertThat(db.sql("select octet_length(birth) from intake.paper_file where id = ?")
                            .param(file.id())
                            .query(Integer.class)
                            .single())
                    .as("key and digest")
                    .isEqualTo(34);
        }
    }

    @Test
    @Tag("H10")
    void a_code_is_counted_under_the_key_it_is_kept_with_until_it_is_used_or_long_over() {
        var unused = paper.arrived();
        var before = codesBehind();
        var mac = vault.newKey(KeyKind.MAC, true);
        assertThat(codesBehind()).isGreaterThanOrEqualTo(before + 2);
        var left = codesBehind();
        assertThat(claim(person, arrived.receipt(), arrived.code(), "31").location())
                .isEqualTo("/cases/" + arrived.receipt());
        assertThat(codesBehind()).isEqualTo(left - 1);
        assertThat(hash(arrived)).contains("$k=" + mac + "$");
        var late = signIn.person();
        assertThat(claim(late, arrived.receipt(), arrived.code(), "31").body())
                .as("it is known as before")
                .contains("in another account already");
        clock.advance(Duration.ofDays(179));
        jobs.runDue();
        assertThat(hash(unused)).isNotEmpty();
        clock.advance(Duration.ofDays(2));
        jobs.runDue();
        assertThat(hash(unused)).isEmpty();
        assertThat(codesBehind()).isLessThanOrEqualTo(left - 2);
        assertThat(claim(signIn.person(), unused.receipt(), unused.code(), "31").body())
                .contains(SAID);
    }

    private long codesBehind() {
        return vault.keys().stream()
                .filter(state -> state.kind() == KeyKind.MAC)
                .flatMap(state -> state.left().stream())
                .filter(left -> left.place().equals("intake.paper_file.code_hash"))
                .mapToLong(left -> left.count())
                .findFirst()
                .orElseThrow();
    }

    private String hash(TestPaper.Arrived filing) {
        return db.sql("select code_hash from intake.paper_file where id = ?")
                .param(filing.file().id())
                .query(String.class)
                .single();
    }

    @Test
    void the_account_number_of_the_letter_does_as_well() {
        var number = arrived.file().number().grouped();
        assertThat(claim(person, number, arrived.code().toLowerCase(java.util.Locale.ROOT), "31")
                        .location())
                .isEqualTo("/cases/" + arrived.receipt());
    }

    @Test
    @Tag("R12")
    @Tag("A29")
    void of_many_who_claim_at_once_exactly_one_wins() throws Exception {
        var tasks = new ArrayList<Callable<Client.Answer>>();
        for (int i = 0; i < 50; i++) {
            var client = client(signIn.person());
            client.get("/account/claim");
            tasks.add(() -> post(client, arrived.receipt(), arrived.code(), "31"));
        }
        int joined = 0;
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (var answer : threads.invokeAll(tasks)) {
                joined += answer.get().location().startsWith("/cases/") ? 1 : 0;
            }
        }
        assertThat(joined).isEqualTo(1);
        assertThat(db.sql("select count(*) from cases.access where case_id = ?")
                        .param(arrived.file().caseId())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        var owner = java.util.Objects.requireNonNull(
                paper.file(arrived.file().receipt()).claimedBy());
        assertThat(cases.ownership().ownedBy(owner))
                .containsExactly(arrived.file().caseId());
    }

    @Test
    @Tag("A31")
    void after_the_owner_has_joined_it_even_the_right_code_is_refused_and_they_hear_of_it() {
        claim(person, arrived.receipt(), arrived.code(), "31");
        var thief = signIn.person();
        var refused = claim(thief, arrived.receipt(), arrived.code(), "31");
        assertThat(refused.body()).contains("is in another account already");
        assertThat(cases.of(thief.account())).isEmpty();
        assertThat(cases.of(person.account())).hasSize(1);
        assertThat(mailsTo(person)).contains("Somebody tried to add your paper filing to an account");
        assertThat(client(thief).get("/cases/" + arrived.receipt()).status()).isEqualTo(404);
    }

    @Test
    @Tag("R12")
    @Tag("A29")
    void after_ninety_days_the_code_opens_nothing_and_a_new_one_comes_by_post_only() {
        clock.advance(Duration.ofDays(90));
        var later = signIn.again(person.account());
        assertThat(claim(later, arrived.receipt(), arrived.code(), "31").body()).contains("too old");
        var asked = ask(later, arrived.receipt(), "31");
        assertThat(asked.location()).isEqualTo("/account/claim/letter?asked=yes");
        assertThat(promises.openOf(person.account()))
                .anyMatch(promise -> promise.kind().equals("intake.letter"));
        var fresh = paper.code(arrived.street());
        assertThat(promises.openOf(person.account()))
                .noneMatch(promise -> promise.kind().equals("intake.letter"));
        assertThat(fresh).isNotEqualTo(arrived.code());
        assertThat(claim(later, arrived.receipt(), arrived.code(), "31").body()).contains(SAID);
        assertThat(claim(later, arrived.receipt(), fresh, "31").location()).isEqualTo("/cases/" + arrived.receipt());
    }
}
