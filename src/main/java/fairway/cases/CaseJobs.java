package fairway.cases;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CaseJobs {
    static final String LAPSE = "cases.request-lapse";

    /** Runs right after the last second of the last day; its data is the request. */
    @Bean
    OneTimeTask<String> requestLapse(ObjectProvider<Answering> answering) {
        return Tasks.oneTime(LAPSE, String.class)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofMinutes(1)))
                .execute((job, context) -> answering.getObject().lapse(UUID.fromString(job.getData())));
    }
}
