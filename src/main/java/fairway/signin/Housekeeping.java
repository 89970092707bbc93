package fairway.signin;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fairway.vault.KeptColumn;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets what has run out: sessions, codes, links, parked forms. */
@Configuration(proxyBeanMethods = false)
class Housekeeping {
    private static final FixedDelay OFTEN = FixedDelay.of(Duration.ofMinutes(10));

    @Bean
    KeptColumn keptAddressesOfCredentials() {
        return KeptColumn.fingerprint("signin.credential", "email_fingerprint");
    }

    @Bean
    KeptColumn keptAddressesOfSignUps() {
        return KeptColumn.fingerprint("signin.sign_up", "email_fingerprint");
    }

    @Bean
    KeptColumn keptPasswords() {
        return KeptColumn.hash("signin.credential", "password_hash");
    }

    @Bean
    KeptColumn keptBackupCodes() {
        return KeptColumn.hash("signin.backup_code", "hash");
    }

    @Bean
    KeptColumn keptAnswers() {
        return KeptColumn.hash("signin.reset_answer", "answer_hash");
    }

    @Bean
    RecurringTask<Void> forgetWhatRanOut(
            Sessions sessions,
            ParkedPosts parked,
            Challenges challenges,
            ObjectProvider<SignUps> signUps,
            ObjectProvider<SignIns> signIns) {
        return Tasks.recurring("signin-forget", OFTEN).execute((instance, context) -> {
            signIns.getObject().tellOfHalf();
            sessions.endExpired();
            parked.forgetExpired();
            challenges.forgetOld();
            signUps.getObject().forgetOld();
            signUps.getObject().forgetUnfinished();
        });
    }
}
