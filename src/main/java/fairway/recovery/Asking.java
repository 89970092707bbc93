package fairway.recovery;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import fairway.audit.Act;
import fairway.audit.Actor;
import fairway.audit.Audit;
import fairway.audit.Subject;
import fairway.identity.Account;
import fairway.identity.Accounts;
import fairway.identity.EmailAddress;
import fairway.limits.Limits;
import fairway.limits.Rate;
import fairway.recovery.Waiting.Sources;
import fairway.signin.Signin;
import fairway.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A lost password or user name, asked for by an address. Neither the answer nor the work says whether it has an account. */
@Service
class Asking {
    private final Attempts attempts;
    private final RecoveryPost post;
    private final Known known;
    private final Names names;
    private final Sources sources;

    Asking(Attempts attempts, RecoveryPost post, Known known, Names names, Sources sources) {
        this.attempts = attempts;
        this.post = post;
        this.known = known;
        this.names = names;
        this.sources = sources;
    }

    /** Whose addresses there are, and how often one may be written to. */
    @Component("recoveryKnown")
    record Known(Accounts accounts, Signin signin, Limits limits, Audit audit) {}

    /** Where a question for a user name waits for its job. */
    @Component("recoveryNames")
    record Names(JdbcClient db, Vault vault, SchedulerClient jobs) {}

    private record Target(UUID account, Proof via) {}

    /** A link for a new password to this address, at most so often. */
    @Transactional
    public void password(EmailAddress email, Locale language) {
        if (!mayWrite(email, "password")) {
            return;
        }
        var targets = targets(email);
        targets.forEach(target -> {
            var link = sources.secret();
            post.link(attempts.add(target.account(), target.via(), link), email, language, link);
        });
        if (targets.isEmpty()) {
            post.nobody(attempts.add(null, Proof.LINK, sources.secret()), email, language);
        }
    }

    /** The user name to this address, if it is a confirmed one of an account; found and sent by a job. */
    @Transactional
    public void name(EmailAddress email, Locale language) {
        if (!mayWrite(email, "name")) {
            return;
        }
        var id = sources.ids().generate();
        names.db()
                .sql("""
                insert into recovery.name_asked (id, address, language, asked_at)
                values (:id, :address, :language, :now)
                """)
                .param("id", id)
                .param("address", names.vault().sealGlobal(email.value().getBytes(StandardCharsets.UTF_8), context(id)))
                .param("language", language.toLanguageTag())
                .param("now", Timestamp.from(sources.clock().instant()))
                .update();
        names.jobs()
                .scheduleIfNotExists(RecoveryJobs.NAME
                        .instance(id.toString())
                        .scheduledTo(sources.clock().instant()));
    }

    private record Asked(EmailAddress address, Locale language) {}

    /** The job of {@link #name}. */
    @Transactional
    public void answer(UUID id) {
        taken(id)
                .ifPresent(asked -> targets(asked.address()).stream()
                        .map(Target::account)
                        .distinct()
                        .map(known.accounts()::find)
                        .flatMap(Optional::stream)
                        .filter(account -> !account.closed())
                        .forEach((Account account) -> post.name(id, asked.address(), asked.language(), account)));
    }

    private Optional<Asked> taken(UUID id) {
        return names.db()
                .sql("delete from recovery.name_asked where id = :id returning address, language")
                .param("id", id)
                .query((row, n) -> new Asked(
                        new EmailAddress(new String(
                                names.vault().openGlobal(row.getBytes("address"), context(id)),
                                StandardCharsets.UTF_8)),
                        Locale.forLanguageTag(row.getString("language"))))
                .optional();
    }

    private List<Target> targets(EmailAddress email) {
        var holder = known.signin().gettingBack().holder(email).map(account -> new Target(account, Proof.LINK));
        var helped = known.accounts().safety().recoveredAt(email).stream()
                .map(account -> new Target(account, Proof.RECOVERY_LINK));
        return Stream.concat(holder.stream(), helped).toList();
    }

    private boolean mayWrite(EmailAddress email, String what) {
        var mark = HexFormat.of().formatHex(known.accounts().fingerprint(email));
        var permitted =
                known.limits().take(Rate.RECOVERY_MAILS, what + "/" + mark).permitted();
        known.audit()
                .record(new Act(
                        Actor.anonymous(),
                        "recovery." + what + (permitted ? ".asked" : ".asked-too-often"),
                        new Subject("address", mark.substring(0, 16)),
                        Map.of()));
        return permitted;
    }

    private static String context(UUID id) {
        return "recovery.name_asked/" + id;
    }
}
