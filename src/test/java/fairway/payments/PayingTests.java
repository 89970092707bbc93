package fairway.payments;

import static fairway.payments.IntentState.CANCELLED;
import static fairway.payments.IntentState.DECLINED;
import static fairway.payments.IntentState.EXPIRED;
import static fairway.payments.IntentState.REFUNDED;
import static fairway.payments.IntentState.REFUND_PENDING;
import static fairway.payments.IntentState.STARTED;
import static fairway.payments.IntentState.SUCCEEDED;
import static fairway.payments.IntentState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairway.FairwayTest;
import fairway.promises.Promise;
import fairway.ui.NotFound;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@FairwayTest
@RecordApplicationEvents
@Tag("FIL-8")
class PayingTests extends Shop {
    @Test
    void an_approved_card_settles_the_package_once() {
        pay(general(), MagicCard.APPROVED);
        assertThat(payments.stateOf(pack)).isInstanceOf(PaymentState.Owed.class);
        assertThat(comeBack()).isInstanceOf(PaymentState.Paid.class);
        jobs.runDue();
        clock.advance(Duration.ofHours(2));
        jobs.runDue();

        assertThat(states()).containsExactly(SUCCEEDED);
        assertThat(settledEvents()).isEqualTo(1);
        assertThat(booked("card-provider")).isEqualTo(47000);
        assertThat(booked("fee:i765.general")).isEqualTo(-47000);
        assertThat(promises.openOf(account)).isEmpty();
        assertThat(begin(general())).isEqualTo(new Begin.AlreadyPaid());
    }

    @ParameterizedTest
    @EnumSource(names = {"DECLINED", "NO_FUNDS"})
    void a_declined_card_takes_nothing_and_another_card_can_pay(MagicCard card) {
        pay(general(), card);
        assertThat(comeBack()).isInstanceOf(PaymentState.Owed.class);
        assertThat(states()).containsExactly(DECLINED);
        jobs.runDue();
        assertThat(failures()).containsExactly("declined");
        assertThat(booked("card-provider")).isZero();

        pay(general(), MagicCard.APPROVED);
        assertThat(comeBack()).isInstanceOf(PaymentState.Paid.class);
        assertThat(states()).containsExactly(DECLINED, SUCCEEDED);
        assertThat(booked("card-provider")).isEqualTo(47000);
    }

    @Test
    void leaving_the_card_page_is_told_and_can_be_repeated() {
        pay(general(), MagicCard.ABANDONED);
        assertThat(comeBack()).isInstanceOf(PaymentState.Owed.class);
        assertThat(states()).containsExactly(CANCELLED);
        assertThat(failures()).containsExactly("cancelled");
        assertThat(redirect(general())).isNotEmpty();
    }

    @Test
    void a_card_page_nobody_uses_ends_with_its_window() {
        redirect(general());
        clock.advance(Duration.ofMinutes(91));
        jobs.runDue();
        assertThat(states()).containsExactly(EXPIRED);
        assertThat(failures()).containsExactly("expired");
        assertThat(promises.openOf(account)).isEmpty();
    }

    @Test
    void while_the_bank_thinks_no_second_charge_can_begin() {
        pay(general(), MagicCard.SLOW);
        assertThat(comeBack()).isInstanceOf(PaymentState.Pending.class);
        assertThat(begin(general())).isInstanceOf(Begin.Pending.class);
        assertThat(states()).containsExactly(UNKNOWN);

        clock.advance(Duration.ofMinutes(3));
        jobs.runDue();
        assertThat(states()).containsExactly(SUCCEEDED);
        assertThat(settledEvents()).isEqualTo(1);
    }

    @Test
    void a_payment_whose_answer_was_lost_is_found_without_anybody_coming_back() {
        pay(general(), MagicCard.ANSWER_LOST);
        jobs.runDue();
        assertThat(states()).containsExactly(STARTED);
        clock.advance(Duration.ofMinutes(1));
        jobs.runDue();
        assertThat(states()).containsExactly(SUCCEEDED);
        assertThat(settledEvents()).isEqualTo(1);
    }

    @Test
    void who_pays_again_after_a_lost_answer_is_told_that_it_is_paid() {
        pay(general(), MagicCard.ANSWER_LOST);
        assertThat(begin(general())).isEqualTo(new Begin.AlreadyPaid());
        assertThat(attempts()).hasSize(1);
    }

    @Test
    @Tag("A43")
    void being_told_twice_settles_once() {
        pay(general(), MagicCard.TOLD_TWICE);
        jobs.runDue();
        assertThat(states()).containsExactly(SUCCEEDED);
        assertThat(settledEvents()).isEqualTo(1);
        assertThat(booked("card-provider")).isEqualTo(47000);
        assertThat(db.sql("select count(*) from payments.callback where intent = :id")
                        .param("id", attempts().getFirst().id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void money_that_comes_after_the_window_is_accepted_when_it_is_still_owed() {
        pay(general(), MagicCard.LATE);
        comeBack();
        assertThat(states()).containsExactly(EXPIRED);
        clock.advance(Duration.ofMinutes(101));
        jobs.runDue();
        assertThat(states()).containsExactly(SUCCEEDED);
        assertThat(settledEvents()).isEqualTo(1);
    }

    @Test
    void money_that_comes_late_and_twice_goes_back() {
        pay(general(), MagicCard.LATE);
        comeBack();
        pay(general(), MagicCard.APPROVED);
        comeBack();
        assertThat(states()).containsExactly(EXPIRED, SUCCEEDED);

        clock.advance(Duration.ofMinutes(101));
        jobs.runDue();
        assertThat(states()).containsExactly(REFUNDED, SUCCEEDED);
        assertThat(settledEvents()).isEqualTo(1);
        assertThat(booked("card-provider")).isEqualTo(47000);
        assertThat(booked("owed-back")).isZero();
        assertThat(events.stream(PaymentRefunded.class)
                        .filter(event -> event.pack().equals(pack)))
                .extracting(PaymentRefunded::returned)
                .containsExactly(false, true);
        assertThat(promises.openOf(account)).isEmpty();
    }

    @Test
    void late_money_closes_the_card_page_of_a_second_try() {
        pay(general(), MagicCard.LATE);
        comeBack();
        clock.advance(Duration.ofMinutes(99));
        var second = cardPage(general());
        clock.advance(Duration.ofMinutes(2));
        jobs.runDue();
        assertThat(states()).containsExactly(SUCCEEDED, EXPIRED);
        assertThat(bean(BuiltInCards.class).pay(second, MagicCard.APPROVED)).isFalse();
    }

    @Test
    void one_of_two_payments_in_and_the_next_declined_is_shown_and_never_charged_twice() {
        pay(renewal(), MagicCard.APPROVED);
        assertThat(comeBack()).isInstanceOf(PaymentState.PartlyPaid.class);
        assertThat(settledEvents()).isZero();

        pay(renewal(), MagicCard.DECLINED);
        assertThat(comeBack()).isInstanceOfSatisfying(PaymentState.PartlyPaid.class, state -> {
            assertThat(state.payments()).extracting(IntentView::group).containsExactly("filing", "hr1");
            assertThat(state.payments()).extracting(IntentView::paid).containsExactly(true, false);
            assertThat(state.payments()).extracting(IntentView::state).containsExactly(SUCCEEDED, DECLINED);
        });

        pay(renewal(), MagicCard.APPROVED);
        assertThat(comeBack()).isInstanceOf(PaymentState.Paid.class);
        assertThat(attempts())
                .extracting(Intent::group, Intent::state, Intent::cents)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("filing", SUCCEEDED, 47000L),
                        org.assertj.core.groups.Tuple.tuple("hr1", DECLINED, 27500L),
                        org.assertj.core.groups.Tuple.tuple("hr1", SUCCEEDED, 27500L));
        assertThat(settledEvents()).isEqualTo(1);
        assertThat(booked("card-provider")).isEqualTo(74500);
        assertThat(booked("fee:i765.hr1.c8-renewal")).isEqualTo(-27500);
    }

    @Test
    void a_price_that_changes_while_the_card_page_is_open_closes_that_page() {
        var old = cardPage(general());
        var next = cardPage(quote("i765.c9-reduced"));
        assertThat(next.cents()).isEqualTo(26000);
        assertThat(bean(BuiltInCards.class).pay(old, MagicCard.APPROVED)).isFalse();
        assertThat(states()).containsExactly(EXPIRED, STARTED);
    }

    @Test
    void a_price_stays_once_the_first_of_two_payments_is_in() {
        pay(renewal(), MagicCard.APPROVED);
        comeBack();
        var second = cardPage(quote("i765.general", "i765.hr1.tps-renewal"));
        assertThat(second.cents()).isEqualTo(27500);
    }

    @Test
    void nothing_owed_is_settled_without_a_card() {
        assertThat(begin(quote("i765.agency-error"))).isEqualTo(new Begin.NothingOwed());
        assertThat(payments.stateOf(pack)).isInstanceOf(PaymentState.Paid.class);
        assertThat(begin(quote("i765.agency-error"))).isEqualTo(new Begin.NothingOwed());
        assertThat(settledEvents()).isEqualTo(1);
        assertThat(attempts()).isEmpty();
    }

    @Test
    void a_fee_that_is_not_confirmed_is_refused_outside_of_a_demonstration() {
        var strict = new Payments(
                new PaymentsSettings(
                        false,
                        Duration.ofMinutes(90),
                        List.of(),
                        Duration.ofHours(1),
                        Duration.ofDays(1),
                        Duration.ZERO),
                bean(PaymentDesk.class),
                bean(PaymentPacks.class),
                bean(Intents.class));
        var open = quote("i765.general", "i765.hr1.parole-initial");
        assertThat(strict.payable(open)).isFalse();
        assertThat(strict.begin(pack, account, open, "/", Locale.ENGLISH))
                .isEqualTo(new Begin.NotConfirmed(List.of("i765.hr1.parole-initial")));
        assertThat(payments.payable(open)).isTrue();
        assertThat(redirect(open)).isNotEmpty();
    }

    @Test
    void another_account_finds_nothing() {
        redirect(general());
        var stranger = UUID.fromString("00000000-0000-7000-8000-000000000000");
        assertThatThrownBy(() -> payments.begin(pack, stranger, general(), "/", Locale.ENGLISH))
                .isInstanceOf(NotFound.class);
        assertThat(bean(PaymentPacks.class).of(pack, stranger)).isEmpty();
        assertThat(attempts()).hasSize(1);
    }

    @Test
    void paying_inside_a_transaction_is_refused() {
        var transaction = bean(TransactionTemplate.class);
        assertThatThrownBy(() -> transaction.execute(status -> begin(general())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void without_any_answer_for_a_day_staff_is_told() {
        var silent = new Silent(bean(BuiltInCards.class));
        pay(general(), MagicCard.ANSWER_LOST);
        var inquiry = silent.inquiry(application);
        inquiry.askAll(pack);
        assertThat(payments.stateOf(pack)).isInstanceOf(PaymentState.Pending.class);

        assertThat(promises.openOf(account)).extracting(Promise::kind).containsExactly("payment.answer");
        clock.advance(Duration.ofHours(25));
        assertThat(promises.overdue())
                .extracting(Promise::about)
                .contains(attempts().getFirst().id().toString());
        jobs.runDue();
        assertThat(states()).containsExactly(SUCCEEDED);
        assertThat(promises.openOf(account)).isEmpty();
    }

    @Test
    void the_ledger_adds_up_to_zero_and_refuses_what_does_not() {
        pay(renewal(), MagicCard.APPROVED);
        comeBack();
        assertThat(wholeLedger()).isZero();
        var intent = attempts().getFirst();
        var ledger = bean(PaymentLedger.class);
        assertThatThrownBy(() -> bean(TransactionTemplate.class)
                        .executeWithoutResult(status -> ledger.book(
                                intent,
                                "crooked",
                                List.of(
                                        new PaymentLedger.Line("card-provider", 100),
                                        new PaymentLedger.Line("fee", -99)))))
                .hasStackTraceContaining("does not add up to zero");
        assertThat(wholeLedger()).isZero();
        assertThat(REFUND_PENDING.underWay()).isFalse();
    }
}
