package fairway.settings;

import com.fasterxml.uuid.NoArgGenerator;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import fairway.delivery.Channel;
import fairway.delivery.Delivery;
import fairway.delivery.Message;
import fairway.delivery.Purpose;
import fairway.identity.Accounts;
import fairway.identity.EmailAddress;
import fairway.signin.SecurityNews;
import fairway.signin.SecurityNews.What;
import fairway.signin.Token;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What goes out about a new address: the link to it, the news to the old ones, and the job for the day after. */
@Component
class AddressPost {
    private static final int BITS = 128;

    private final Accounts accounts;
    private final Delivery delivery;
    private final OwnerNews news;
    private final SchedulerClient jobs;
    private final Sources sources;

    AddressPost(Accounts accounts, Delivery delivery, OwnerNews news, SchedulerClient jobs, Sources sources) {
        this.accounts = accounts;
        this.delivery = delivery;
        this.news = news;
        this.jobs = jobs;
        this.sources = sources;
    }

    @Component
    record Sources(SecureRandom random, NoArgGenerator ids, InstantSource clock, SecuritySettings settings) {}

    UUID fresh() {
        return sources.ids().generate();
    }

    Token secret() {
        return Token.fresh(sources.random(), BITS);
    }

    Instant now() {
        return sources.clock().instant();
    }

    SecuritySettings settings() {
        return sources.settings();
    }

    void confirm(AddressChange change, Token secret) {
        mail(change, "confirm", "/sign-in/address/" + secret.value());
    }

    /** The new address has an account of its own; only whoever reads it learns that. */
    void known(AddressChange change) {
        mail(change, "known", "/sign-in");
    }

    void tellAsked(AddressChange change, List<EmailAddress> addresses, Token cancel) {
        news.tell(
                new SecurityNews(change.account(), What.EMAIL_ASKED, change.id().toString()),
                addresses,
                Map.of("cancel_link", "/sign-in/address/cancel/" + cancel.value()));
    }

    void tell(UUID account, What what, String cause, List<EmailAddress> addresses) {
        news.tell(new SecurityNews(account, what, cause), addresses, Map.of());
    }

    void finishWhenDue(AddressChange change) {
        jobs.scheduleIfNotExists(
                AddressJobs.FINISH.instance(change.id().toString()).scheduledTo(change.dueAt()));
    }

    private void mail(AddressChange change, String what, String link) {
        var account = accounts.find(change.account()).orElseThrow();
        var template = "settings." + change.kind().key() + "." + what;
        delivery.send(new Message(
                template + "/" + change.id(),
                Channel.EMAIL,
                change.address().value(),
                account.language(),
                template,
                Map.of("link", link),
                null,
                Purpose.SECURITY));
    }
}
