package fairway.signin;

import com.fasterxml.uuid.NoArgGenerator;
import fairway.delivery.DeliveryState;
import fairway.identity.Account;
import fairway.identity.Accounts;
import fairway.identity.EmailAddress;
import fairway.identity.NewAccount;
import fairway.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The first two steps: an address, and the proof that it is the asker's. An address that has an account gets a message
 * saying so, and one whose account is closed learns how to keep it; the page, and the work behind it, are the same.
 */
@Service
class SignUps {
    static final Duration LIFE = Duration.ofHours(24);
    static final Duration UNFINISHED = Duration.ofDays(7);
    private static final int BITS = 128;

    private final JdbcClient db;
    private final Accounts accounts;
    private final Credentials credentials;
    private final Keys keys;
    private final Trace trace;

    SignUps(JdbcClient db, Accounts accounts, Credentials credentials, Keys keys, Trace trace) {
        this.db = db;
        this.accounts = accounts;
        this.credentials = credentials;
        this.keys = keys;
        this.trace = trace;
    }

    @org.springframework.stereotype.Component
    record Keys(Vault vault, NoArgGenerator ids, SecureRandom random) {}

    /** Gives the request, by which its asker may look after its message or take it back. */
    @Transactional
    public UUID ask(EmailAddress email, Locale language) {
        var id = keys.ids().generate();
        var token = Token.fresh(keys.random(), BITS);
        var fingerprint = accounts.fingerprint(email);
        var known = credentials
                .of(fingerprint, false)
                .filter(credential -> credential.passwordHash() != null)
                .isPresent();
        var keep = accounts.linkToKeep(email);
        add(id, email, fingerprint, token, language, !known && keep.isEmpty());
        if (known) {
            trace.mails().alreadyThere(id, email, language);
        } else if (keep.isPresent()) {
            trace.mails().closedThere(id, email, language, keep.get());
        } else {
            trace.mails().confirmAddress(id, email, language, token);
        }
        trace.trail().ofNobody("signin.sign-up.asked", fingerprint, Map.of());
        return id;
    }

    /** The address was mistyped: whoever reads mail there cannot use the link any more. */
    void withdraw(UUID request) {
        db.sql("update signin.sign_up set open = false where id = :id and confirmed_at is null")
                .param("id", request)
                .update();
    }

    Optional<DeliveryState> mail(UUID request) {
        return trace.mails().signUpMail(request);
    }

    /** Whether a link can still be used; looking uses nothing up. */
    boolean open(Token token) {
        return db.sql("""
                select 1 from signin.sign_up
                where token_digest = :digest and open and confirmed_at is null and expires_at > :now
                """)
                .param("digest", token.digest())
                .param("now", Timestamp.from(trace.now()))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Uses the link up and gives the account it opens: a new one, or one that has no password yet. */
    @Transactional
    public Optional<Account> confirm(Token token) {
        return db.sql("""
                update signin.sign_up set confirmed_at = :now
                where token_digest = :digest and open and confirmed_at is null and expires_at > :now
                returning id, email, language
                """)
                .param("now", Timestamp.from(trace.now()))
                .param("digest", token.digest())
                .query((row, n) -> {
                    var id = row.getObject("id", UUID.class);
                    var email = new String(
                            keys.vault().openGlobal(row.getBytes("email"), context(id)), StandardCharsets.UTF_8);
                    return NewAccount.ofPerson(
                            new EmailAddress(email), Locale.forLanguageTag(row.getString("language")));
                })
                .optional()
                .flatMap(this::account);
    }

    /** Addresses that were confirmed and then left alone, without a password. */
    @Transactional
    public int forgetUnfinished() {
        var accountsLeft = credentials.forgetUnfinished(UNFINISHED);
        accountsLeft.forEach(accounts::forget);
        return accountsLeft.size();
    }

    int forgetOld() {
        return db.sql("delete from signin.sign_up where expires_at <= :since")
                .param("since", Timestamp.from(trace.now().minus(LIFE)))
                .update();
    }

    private Optional<Account> account(NewAccount wanted) {
        var fingerprint = accounts.fingerprint(wanted.email());
        closeOthers(fingerprint);
        var account = accounts.create(wanted).or(() -> accounts.byEmail(wanted.email(), false));
        account.ifPresent(made -> {
            credentials.add(made.id(), fingerprint, false, Stage.TERMS);
            trace.trail().of(made.id(), false, "signin.sign-up.confirmed", Map.of());
        });
        return account.filter(made -> credentials
                .find(made.id())
                .filter(credential -> credential.passwordHash() == null)
                .isPresent());
    }

    private void closeOthers(byte[] fingerprint) {
        db.sql("update signin.sign_up set open = false where email_fingerprint = any(:kept) and confirmed_at is null")
                .param("kept", keys.vault().asKept(fingerprint))
                .update();
    }

    private void add(UUID id, EmailAddress email, byte[] fingerprint, Token token, Locale language, boolean open) {
        var now = trace.now();
        db.sql("""
                insert into signin.sign_up
                    (id, email_fingerprint, email, language, token_digest, open, made_at, expires_at)
                values (:id, :fingerprint, :email, :language, :digest, :open, :now, :expires)
                """)
                .param("id", id)
                .param("fingerprint", keys.vault().kept(fingerprint))
                .param("email", keys.vault().sealGlobal(email.value().getBytes(StandardCharsets.UTF_8), context(id)))
                .param("language", language.toLanguageTag())
                .param("digest", token.digest())
                .param("open", open)
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(now.plus(LIFE)))
                .update();
    }

    private static String context(UUID id) {
        return "signin.sign_up/" + id;
    }
}
