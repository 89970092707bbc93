package fairway.payments;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Calls of the card provider. They only say whom to ask about; the answer is fetched, never taken from the call. */
@RestController
class CardCallbacks {
    private final CardProvider provider;
    private final Intents intents;
    private final PaymentInquiry inquiry;
    private final JdbcClient db;
    private final InstantSource clock;

    CardCallbacks(CardProvider provider, Intents intents, PaymentInquiry inquiry, JdbcClient db, InstantSource clock) {
        this.provider = provider;
        this.intents = intents;
        this.inquiry = inquiry;
        this.db = db;
        this.clock = clock;
    }

    @PostMapping("/payments/callback")
    ResponseEntity<Void> receive(
            @RequestHeader(name = CallbackSignature.HEADER, defaultValue = "") String signature,
            @RequestBody byte[] body) {
        var call = provider.verify(signature, body);
        if (call.isEmpty()) {
            return ResponseEntity.status(HttpStatus.BAD_REQUEST).build();
        }
        var reference = call.get().reference();
        if (!known(call.get().id()) && intents.find(reference).isPresent()) {
            inquiry.ask(reference);
            remember(call.get().id(), reference);
        }
        return ResponseEntity.noContent().build();
    }

    private boolean known(String id) {
        return db.sql("select exists (select 1 from payments.callback where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Only after the work is done: a call that broke down on the way is answered when it comes again. */
    private void remember(String id, UUID reference) {
        db.sql("""
                insert into payments.callback (id, intent, received_at) values (:id, :intent, :now)
                on conflict do nothing
                """)
                .param("id", id)
                .param("intent", reference)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
