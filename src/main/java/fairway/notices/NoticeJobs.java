package fairway.notices;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NoticeJobs {
    static final String PRINT = "notices.print";

    @Bean
    OneTimeTask<String> noticePrint(ObjectProvider<Printing> printing) {
        return Tasks.oneTime(PRINT, String.class)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(10)))
                .execute((job, context) -> printing.getObject().print(UUID.fromString(job.getData())));
    }
}
