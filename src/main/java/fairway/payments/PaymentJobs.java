package fairway.payments;

import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import fairway.identity.OwnedRows;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens without a person: asking about payments without an answer, giving money back, the card page’s calls. */
@Configuration(proxyBeanMethods = false)
class PaymentJobs {
    private static final Duration AGAIN = Duration.ofMinutes(5);

    @Bean
    OwnedRows packsMoved(JdbcClient db) {
        var place = new OwnedRows.Place("payments.pack", "pack", "account");
        return new OwnedRows(db, "payments.pack", place, "true", "true");
    }

    @Bean
    Task<String> paymentCheck(ObjectProvider<PaymentChecks> checks) {
        return Tasks.custom(PaymentWaiting.CHECK)
                .onFailure(new OnFailureRetryLater<>(AGAIN))
                .onDeadExecutionRevive()
                .execute((job, context) -> {
                    var next = checks.getObject().check(UUID.fromString(job.getData()));
                    return (done, operations) ->
                            next.ifPresentOrElse(at -> operations.reschedule(done, at), operations::remove);
                });
    }

    @Bean
    Task<String> paymentRefund(ObjectProvider<PaymentInquiry> inquiry) {
        return Tasks.oneTime(PaymentWaiting.REFUND)
                .onFailure(new OnFailureRetryLater<>(AGAIN))
                .execute((job, context) -> inquiry.getObject().refund(UUID.fromString(job.getData())));
    }

    @Bean
    Task<String> cardCallback(ObjectProvider<CardCallbacks> callbacks, ObjectProvider<CallbackSignature> signature) {
        return Tasks.oneTime(BuiltInCards.CALLBACK)
                .onFailure(new OnFailureRetryLater<>(AGAIN))
                .execute((job, context) -> {
                    var body = new CallbackBody("card." + job.getData(), UUID.fromString(job.getData())).bytes();
                    var answer =
                            callbacks.getObject().receive(signature.getObject().sign(body), body);
                    if (!answer.getStatusCode().is2xxSuccessful()) {
                        throw new IllegalStateException("callback refused: " + answer.getStatusCode());
                    }
                });
    }
}
