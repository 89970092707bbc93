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
    private static final int BITS = 128;

    private final Accounts accounts;
    private final Signin signin;
    private final Sending sending;
    private final MergeTable table;
    private final SecureRandom random;

    MergeNews(Accounts accounts, Signin signin, Sending sending, MergeTable table, SecureRandom random) {
        this.accounts = accounts;
        this.signin = signin;
        this.sending = sending;
        this.table = table;
        this.random = random;
    }

    @Component("mergingSending")
    record Sending(Delivery delivery, ApplicationEventPublisher events, Texts texts) {}

    void tell(Merge merge, What what) {
        tell(merge, merge.kept(), what);
        if (merge.gone() != null) {
            tell(merge, merge.other(), what);
        }
    }

    void tell(Merge merge, UUID account, What what) {
        sending.events().publishEvent(new SecurityNews(account, what, merge.id().toString()));
    }

    /** To the account that nobody signs in to any more: each message has a link that takes the joining back. */
    void joined(Merge merge, Instant until) {
        var account = accounts.find(merge.other()).orElseThrow();
        int each = 0;
        for (var address : accounts.safety().addresses(account.id())) {
            var link = Token.fresh(random, BITS);
            table.undoneBy(link, merge.id());
            var values = Map.of(
                    "undo_link",
                    "/sign-in/unmerge/" + link.value(),
                    "until",
                    sending.texts().deadline(account.language(), until));
            send(merge, account, Channel.EMAIL, address.value(), values, each++);
        }
        for (var phone : signin.ways().phones(account.id())) {
            send(merge, account, Channel.TEXT, phone, Map.of(), each++);
        }
    }

    private void send(
            Merge merge, Account account, Channel channel, String address, Map<String, String> values, int each) {
        sending.delivery()
                .send(new Message(
                        JOINED + "/" + merge.id() + "/" + each,
                        channel,
                        address,
                        account.language(),
                        JOINED,
                        values,
                        account.id(),
                        Purpose.SECURITY));
    }
}
