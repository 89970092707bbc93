package fairway.settings;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fairway.identity.Obstacle;
import fairway.vault.KeptColumn;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AddressJobs {
    static final TaskDescriptor<Void> FINISH = TaskDescriptor.of("settings-finish-address");

    @Bean
    KeptColumn keptAddressesOfChanges() {
        return KeptColumn.fingerprint("settings.address_change", "fingerprint");
    }

    @Bean
    Obstacle.Source addressOnItsWay(AddressChangeTable changes) {
        return (account, goes) -> Arrays.stream(AddressChange.Kind.values())
                .filter(kind -> changes.open(account, kind).isPresent())
                .map(kind -> Obstacle.ADDRESS)
                .limit(1)
                .toList();
    }

    @Bean
    OneTimeTask<Void> settingsFinishAddress(ObjectProvider<AddressChanges> changes) {
        return Tasks.oneTime(FINISH)
                .execute((instance, context) -> changes.getObject().finish(UUID.fromString(instance.getId())));
    }

    @Bean
    RecurringTask<Void> settingsForget(AlarmLinks links) {
        return Tasks.recurring("settings-forget", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> links.forgetOld());
    }
}
