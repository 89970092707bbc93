package fairway.payments;

import static fairway.payments.IntentState.CREATED;
import static fairway.payments.IntentState.EXPIRED;
import static fairway.payments.IntentState.REFUNDED;
import static fairway.payments.IntentState.REFUND_PENDING;
import static fairway.payments.IntentState.STARTED;
import static fairway.payments.IntentState.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairway.FairwayTest;
import fairway.ui.Texts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** The process dies between any two steps, or several arrive at one step together. */
@FairwayTest
@RecordApplicationEvents
@Tag("FIL-8")
class PaymentCrashTests extends Shop {
    @Test
    void killed_before_the_card_page_is_opened_the_next_click_goes_on_with_the_same_attempt() {
        var intent = opened();
        assertThat(states()).containsExactly(CREATED);
        assertThat(redirect(general())).isNotEmpty();
        assertThat(attempts()).extracting(Intent::id).containsExactly(intent.id());
    }

    @Test
    void killed_before_the_card_page_is_opened_and_never_coming_back_ends_the_attempt() {
        opened();
        clock.advance(Duration.ofMinutes(91));
        jobs.runDue();
        assertThat(states()).containsExactly(EXPIRED);
        assertThat(promises.openOf(account)).isEmpty();
    }

    @Test
    void killed_after_the_card_page_is_opened_the_next_click_finds_that_page() {
        opened();
        var lost = new PaymentDesk(
                bean(PaymentPacks.class),
                bean(PaymentOpening.class),
                new Silent(bean(BuiltInCards.class)).inquiry(application),
                bean(Texts.class));
        assertThat(lost.resume(pack, account, Locale.ENGLISH)).isEqualTo(new Begin.Unavailable());
        assertThat(states()).containsExactly(CREATED);
        var reference = attempts().getFirst().id();
        var session = bean(CardSessions.class).by(reference).orElseThrow();

        assertThat(redirect(general())).endsWith(session.id());
        bean(BuiltInCards.class).pay(session, MagicCard.APPROVED);
        assertThat(comeBack()).isInstanceOf(PaymentState.Paid.class);
    }

    @Test
    void money_for_an_attempt_we_never_marked_as_started_is_found() {
        opened();
        var reference = attempts().getFirst().id();
        assertThatThrownBy(() -> new Silent(bean(BuiltInCards.class))
                        .create(new CardProvider.Order(
                                reference,
                                47000,
                                "fee",
                                "/",
                                Locale.ENGLISH,
                                clock.instant().plusSeconds(60))))
                .isInstanceOf(CardProvider.Unreachable.class);
        bean(BuiltInCards.class).pay(bean(CardSessions.class).by(reference).orElseThrow(), MagicCard.ANSWER_LOST);
        assertThat(states()).containsExactly(CREATED);
        clock.advance(Duration.ofMinutes(1));
        jobs.runDue();
        assertThat(states()).containsExactly(SUCCEEDED);
        assertThat(settledEvents()).isEqualTo(1);
    }

    @Test
    void killed_while_the_answer_is_written_nothing_of_it_stays_and_the_check_writes_it_whole() {
        pay(general(), MagicCard.ANSWER_LOST);
        var id = attempts().getFirst().id();
        bean(TransactionTemplate.class).executeWithoutResult(status -> {
            bean(Settlement.class).write(id, new CardProvider.Outcome.Succeeded("1111"));
            status.setRollbackOnly();
        });
        assertThat(states()).containsExactly(STARTED);
        assertThat(booked("card-provider")).isZero();
        assertThat(promises.openOf(account)).hasSize(1);

        clock.advance(Duration.ofMinutes(1));
        jobs.runDue();
        assertThat(states()).containsExactly(SUCCEEDED);
        assertThat(booked("card-provider")).isEqualTo(47000);
        assertThat(promises.openOf(account)).isEmpty();
    }

    @Test
    void killed_after_a_callback_was_worked_on_its_repetition_changes_nothing() {
        var session = pay(general(), MagicCard.ANSWER_LOST);
        bean(PaymentInquiry.class).ask(session.reference());
        assertThat(call(session.reference())).isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(call(session.reference())).isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(settledEvents()).isEqualTo(1);
        assertThat(booked("card-provider")).isEqualTo(47000);
    }

    @Test
    void a_refund_whose_answer_was_lost_is_repeated_and_booked_once() {
        pay(general(), MagicCard.LATE);
        comeBack();
        pay(general(), MagicCard.APPROVED);
        comeBack();
        clock.advance(Duration.ofMinutes(101));
        var late = attempts().getFirst().id();
        bean(PaymentInquiry.class).ask(late);
        assertThat(states()).containsExactly(REFUND_PENDING, SUCCEEDED);
        assertThat(booked("owed-back")).isEqualTo(-47000);

        assertThatThrownBy(() -> new Silent(bean(BuiltInCards.class))
                        .inquiry(application)
                        .refund(late))
                .isInstanceOf(CardProvider.Unreachable.class);
        assertThat(states()).containsExactly(REFUND_PENDING, SUCCEEDED);
        jobs.runDue();
        assertThat(states()).containsExactly(REFUNDED, SUCCEEDED);
        assertThat(booked("owed-back")).isZero();
        assertThat(booked("card-provider")).isEqualTo(47000);
    }

    @Test
    @Tag("A43")
    void a_call_with_a_wrong_signature_an_old_one_or_another_body_is_refused() {
        var session = pay(general(), MagicCard.ANSWER_LOST);
        var callbacks = bean(CardCallbacks.class);
        var body = new CallbackBody("card.x", session.reference()).bytes();
        var signed = bean(CallbackSignature.class).sign(body);
        var other = new String(body, StandardCharsets.UTF_8)
                .replace("card.x", "card.y")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(callbacks.receive("", body).getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(callbacks.receive(signed.replace("v1=", "v1=0"), body).getStatusCode())
                .isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(callbacks.receive(signed, other).getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        clock.advance(Duration.ofMinutes(6));
        assertThat(callbacks.receive(signed, body).getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(states()).containsExactly(STARTED);
    }

    @Test
    @Tag("H06")
    @Tag("A43")
    void return_callback_and_check_together_settle_once() throws InterruptedException {
        var session = pay(general(), MagicCard.ANSWER_LOST);
        together(List.of(
                () -> bean(PaymentInquiry.class).askAll(pack),
                () -> call(session.reference()),
                () -> bean(PaymentChecks.class).check(session.reference()),
                () -> begin(general()),
                () -> call(session.reference()),
                () -> bean(PaymentInquiry.class).askAll(pack)));
        assertThat(states()).containsExactly(SUCCEEDED);
        assertThat(settledEvents()).isEqualTo(1);
        assertThat(booked("card-provider")).isEqualTo(47000);
    }

    @Test
    @Tag("A43")
    void a_double_click_makes_one_attempt_and_one_card_page() throws InterruptedException {
        var urls = java.util.Collections.synchronizedList(new ArrayList<String>());
        Runnable click = () -> urls.add(redirect(general()));
        together(List.of(click, click, click, click, click, click));
        assertThat(attempts()).hasSize(1);
        assertThat(urls).hasSize(6).containsOnly(urls.getFirst()).doesNotContain("");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whatever_the_order_of_answers_nothing_is_paid_twice_and_the_books_agree(long seed) {
        var random = new Random(seed);
        for (int step = 0; step < 25; step++) {
            if (random.nextInt(3) == 0) {
                begin(renewal());
            }
            if (!attempts().isEmpty()) {
                var any = attempts().get(random.nextInt(attempts().size()));
                bean(Settlement.class).write(any.id(), answer(random));
            }
            booksAgree();
        }
    }

    private void booksAgree() {
        var paid = attempts().stream().filter(each -> each.state() == SUCCEEDED).toList();
        assertThat(paid).extracting(Intent::group).doesNotHaveDuplicates();
        assertThat(attempts().stream().filter(each -> each.state().underWay()).count())
                .isLessThanOrEqualTo(1);
        assertThat(settledEvents()).isEqualTo(paid.size() == 2 ? 1 : 0);
        assertThat(booked("fee:i765.general") + booked("fee:i765.hr1.c8-renewal"))
                .isEqualTo(-paid.stream().mapToLong(Intent::cents).sum());
        assertThat(booked("owed-back"))
                .isEqualTo(-attempts().stream()
                        .filter(each -> each.state() == REFUND_PENDING)
                        .mapToLong(Intent::cents)
                        .sum());
        assertThat(wholeLedger()).isZero();
    }

    private static CardProvider.Outcome answer(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> new CardProvider.Outcome.Open("/cards/any");
            case 1 -> new CardProvider.Outcome.Deciding();
            case 2, 3 -> new CardProvider.Outcome.Succeeded("1111");
            case 4 -> new CardProvider.Outcome.Declined("declined");
            case 5 -> new CardProvider.Outcome.Cancelled();
            case 6 -> new CardProvider.Outcome.Expired();
            default -> new CardProvider.Outcome.Refunded();
        };
    }

    private Intent opened() {
        bean(PaymentOpening.class).open(pack, account, general(), "/");
        return bean(PaymentOpening.class).next(pack, account, Locale.ENGLISH).orElseThrow();
    }

    private HttpStatus call(UUID reference) {
        var body = new CallbackBody("card." + reference, reference).bytes();
        var answer =
                bean(CardCallbacks.class).receive(bean(CallbackSignature.class).sign(body), body);
        return HttpStatus.valueOf(answer.getStatusCode().value());
    }

    private static void together(List<Runnable> acts) throws InterruptedException {
        var barrier = new CyclicBarrier(acts.size());
        var broken = new AtomicReference<Throwable>();
        var threads = acts.stream()
                .map(act -> Thread.ofPlatform().unstarted(() -> {
                    try {
                        barrier.await();
                        act.run();
                    } catch (Exception e) {
                        broken.set(e);
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (var thread : threads) {
            thread.join();
        }
        assertThat(broken.get()).isNull();
    }
}
