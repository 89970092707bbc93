package fairway.merging;

import fairway.delivery.Channel;
import fairway.delivery.Delivery;
import fairway.delivery.Message;
import fairway.delivery.Purpose;
import fairway.identity.Account;
import fairway.identity.Accounts;
import fairway.signin.SecurityNews;
import fairway.signin.SecurityNews.What;
import fairway.signin.Signin;
import fairway.signin.Token;
import fairway.ui.Texts;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells everybody who belongs to one of the two accounts, each step to each address and phone. */
@Component
class MergeNews {
    private static final String JOINED = "merging.joined";
    private static final String AGAIN = "merging.joined_again";
    private static final int BITS = 128;

    private final Accounts accounts;
    private final Signin signin;
    private final Sending sending;
    private final MergeTable table;
    private final Words words;

    MergeNews(Accounts accounts, Signin signin, Sending sending, MergeTable table, Words words) {
        this.accounts = accounts;
        this.signin = signin;
        this.sending = sending;
        this.table = table;
        this.words = words;
    }

    @Component("mergingSending")
    record Sending(Delivery delivery, ApplicationEventPublisher events, Texts texts, SecureRandom random) {}

    void tell(Merge merge, What what) {
        tell(merge, merge.kept(), what);
        if (merge.gone() != null) {
            tell(merge, merge.other(), what);
        }
    }

    void tell(Merge merge, UUID account, What what) {
        sending.events().publishEvent(new SecurityNews(account, what, merge.id().toString()));
    }

    /**
     * To the account that nobody signs in to any more: a link that takes the joining back, in each message to an address that
     * did not do so before.
     */
    void joined(Merge merge, Instant until) {
        var account = accounts.find(merge.other()).orElseThrow();
        var last = sending.texts().deadline(account.language(), until);
        int each = 0;
        for (var address : accounts.safety().addresses(account.id())) {
            var from = address.value().equals(account.email()) ? Word.From.MAILBOX : Word.From.RECOVERY;
            var to = new To(account, Channel.EMAIL, address.value(), each++);
            if (words.left(merge, account.id(), from)) {
                send(merge, to, JOINED, Map.of("undo_link", link(merge, from), "until", last));
            } else {
                send(merge, to, AGAIN, Map.of("until", last, "help_link", "/help/request"));
            }
        }
        for (var phone : signin.ways().phones(account.id())) {
            send(merge, new To(account, Channel.TEXT, phone, each++), JOINED, Map.of());
        }
    }

    private String link(Merge merge, Word.From from) {
        var link = Token.fresh(sending.random(), BITS);
        table.undoneBy(link, merge.id(), from);
        return "/sign-in/unmerge/" + link.value();
    }

    private record To(Account account, Channel channel, String address, int each) {}

    private void send(Merge merge, To to, String template, Map<String, String> values) {
        sending.delivery()
                .send(new Message(
                        JOINED + "/" + merge.id() + "/" + to.each(),
                        to.channel(),
                        to.address(),
                        to.account().language(),
                        template,
                        values,
                        to.account().id(),
                        Purpose.SECURITY));
    }
}
