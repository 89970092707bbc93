package fairway.support;

import fairway.audit.Actor;
import fairway.identity.Account;
import fairway.identity.Accounts;
import fairway.identity.Safety;
import fairway.limits.Decision;
import fairway.limits.Limits;
import fairway.limits.Rate;
import fairway.recovery.Recovery;
import fairway.signin.SecurityNews;
import fairway.signin.SecurityNews.What;
import fairway.support.HelpAsking.Around;
import fairway.support.HelpRequest.Kind;
import fairway.support.HelpRequest.State;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What agents do about requests for help. No act here takes or gives a password, a code or an answer. */
@Service
class HelpDesk {
    private final HelpTable table;
    private final HelpMoves moves;
    private final Proofs proofs;
    private final HelpPost post;
    private final Outside outside;

    HelpDesk(HelpTable table, HelpMoves moves, Proofs proofs, HelpPost post, Outside outside) {
        this.table = table;
        this.moves = moves;
        this.proofs = proofs;
        this.post = post;
        this.outside = outside;
    }

    /** What the desk needs from elsewhere. */
    @Component("supportOutside")
    record Outside(Accounts accounts, Recovery recovery, ApplicationEventPublisher events, Around around) {}

    /** The account this request is about; its owner hears that somebody asked. */
    @Transactional
    public Done found(UUID agent, HelpRequest request, UUID account) {
        if (outside.accounts()
                        .find(account)
                        .filter(one -> !one.staff() && !one.closed())
                        .isEmpty()
                || !moves.found(request.id(), account)) {
            return Done.OVER;
        }
        record(agent, "support.help.found", again(request), Map.of());
        tell(account, What.HELP_FOUND, request);
        answered(request);
        return Done.FOUND;
    }

    /** Asks for a proof: a code goes where the account is reached, a document waits for an officer. */
    @Transactional
    public Done ask(UUID agent, HelpRequest request, ProofKind kind) {
        var account = open(request).flatMap(outside.accounts()::find);
        if (account.isEmpty()) {
            return Done.OVER;
        }
        if (!post.reaches(account.get().id(), kind)) {
            var tooNew =
                    kind == ProofKind.LETTER && post.byPost(account.get().id()).tooNew() != null;
            return tooNew ? Done.TOO_NEW : Done.NO_ADDRESS;
        }
        var done = send(agent, request, account.get(), kind);
        if (done != Done.TOO_OFTEN) {
            record(agent, "support.help.proof", request, Map.of("kind", kind.name()));
            if (kind == ProofKind.LETTER) {
                tell(account.get().id(), What.HELP_LETTER, outside.around().now() + "/" + request.id());
            }
            news(request);
            answered(request);
        }
        return done;
    }

    /** The person asks for the same code once more; only where an agent has asked for it before. */
    @Transactional
    public Done again(HelpRequest request, ProofKind kind) {
        return kind.sort() == ProofKind.Sort.ADDRESS ? repeat(request, kind) : Done.OVER;
    }

    /** A letter with a code did not arrive through our fault. */
    @Transactional
    public Done postAgain(HelpRequest request) {
        return repeat(request, ProofKind.LETTER);
    }

    private Done repeat(HelpRequest request, ProofKind kind) {
        var before = proofs.of(request.id()).stream()
                .filter(proof -> proof.kind() == kind && proof.asked().provenAt() == null)
                .findFirst();
        var account = open(request).flatMap(outside.accounts()::find);
        if (before.isEmpty() || account.isEmpty() || !post.reaches(account.get().id(), kind)) {
            return Done.OVER;
        }
        return send(before.get().asked().by(), request, account.get(), kind);
    }

    /** An officer compared a document with what is on file; not the agent who asked for it. */
    @Transactional
    public Done compared(UUID officer, HelpRequest request, ComparePages.Paper paper) {
        if (open(request).isEmpty()) {
            return Done.OVER;
        }
        var now = outside.around().now();
        boolean proven = proofs.of(request.id()).stream()
                .filter(proof -> proof.kind() == ProofKind.DOCUMENT && proof.open(now))
                .filter(proof -> Approval.mayCompare(officer, proof.asked().by()))
                .anyMatch(proof -> proofs.prove(proof, officer));
        if (proven) {
            record(officer, "support.help.compared", request, Map.of("paper", paper.name()));
        }
        return proven ? Done.COMPARED : Done.OVER;
    }

    @Transactional
    public Done propose(UUID agent, HelpRequest request, String reason) {
        if (!moves.propose(request.id(), agent, reason)) {
            return table.find(request.id())
                            .filter(one -> one.state() == State.OPEN)
                            .isPresent()
                    ? Done.TOO_FEW_PROOFS
                    : Done.OVER;
        }
        record(agent, "support.help.proposed", request, Map.of());
        account(request).ifPresent(account -> tell(account, What.HELP_PROPOSED, request));
        news(request);
        return Done.PROPOSED;
    }

    /** Another agent agrees: the way back begins, with its days to stop it. Of many at once one succeeds. */
    @Transactional
    public Done approve(UUID agent, HelpRequest request) {
        var locked = table.lock(request.id()).filter(one -> one.state() == State.PROPOSED);
        if (locked.isEmpty()) {
            return Done.NOTHING_PROPOSED;
        }
        var answer = new Approval(locked.get().course().proposer(), proofs.given(request.id())).by(agent);
        if (answer != Approval.Answer.ALLOWED) {
            record(agent, "support.help.refused", request, Map.of("why", answer.name()));
            return Done.valueOf(answer.name());
        }
        if (account(request)
                .flatMap(outside.accounts().safety()::holdOn)
                .filter(hold -> hold.reason() != Safety.Reason.NOT_ME_AGAIN)
                .isPresent()) {
            return Done.STOPPED;
        }
        if (taken(locked.get())) {
            return Done.ADDRESS_TAKEN;
        }
        return moves.approve(request.id(), agent, outside.around().now())
                .map(account -> recover(agent, request, account))
                .orElse(Done.NOTHING_PROPOSED);
    }

    /** With a reason that the person reads. */
    @Transactional
    public Done decline(UUID agent, HelpRequest request, String reason) {
        return end(agent, request, State.DECLINED, reason) ? Done.DECLINED : Done.OVER;
    }

    @Transactional
    public Done close(UUID agent, HelpRequest request) {
        return request.kind() == Kind.MESSAGE && end(agent, request, State.CLOSED, null) ? Done.CLOSED : Done.OVER;
    }

    @Transactional
    public Done say(UUID agent, HelpRequest request, String words) {
        if (table.lock(request.id()).filter(one -> one.state().running()).isEmpty()) {
            return Done.OVER;
        }
        table.say(
                outside.around().fresh(),
                request.id(),
                agent,
                words,
                outside.around().now());
        record(agent, "support.help.said", request, Map.of());
        news(request);
        answered(request);
        return Done.SAID;
    }

    /** Somebody opened the request and with it what fits it. */
    void looked(UUID agent, HelpRequest request) {
        record(
                agent,
                "support.help.looked",
                request,
                Map.of("request", request.id().toString()));
    }

    /** Two accounts cannot sign in with one address. */
    private boolean taken(HelpRequest request) {
        return outside.accounts()
                .byEmail(table.written(request.id()).address(), false)
                .filter(other -> !other.id().equals(request.account()))
                .isPresent();
    }

    private Done recover(UUID agent, HelpRequest request, UUID account) {
        var written = table.written(request.id());
        moves.recovering(
                request.id(),
                outside.recovery().assisted(account, written.address(), request.language(), "help/" + request.id()));
        record(agent, "support.help.approved", request, Map.of());
        news(request);
        answered(request);
        return Done.APPROVED;
    }

    private boolean end(UUID agent, HelpRequest request, State as, @Nullable String reason) {
        var now = outside.around().now();
        if (!moves.end(request.id(), as, now)) {
            return false;
        }
        if (reason != null) {
            table.say(outside.around().fresh(), request.id(), agent, reason, now);
            account(request).ifPresent(account -> tell(account, What.HELP_DECLINED, request));
        }
        record(agent, "support.help." + as.key(), request, Map.of());
        news(request);
        answered(request);
        return true;
    }

    private Done send(UUID agent, HelpRequest request, Account account, ProofKind kind) {
        if (kind.byCode() && !mayBeSent(account.id(), kind, outside.around().limits())) {
            return Done.TOO_OFTEN;
        }
        var proof = proofs.ask(request.id(), account.id(), kind, agent);
        if (!kind.byCode()) {
            return Done.ASKED;
        }
        post.code(account, proof, proofs.code(proof));
        post.onlyAddress(account, proof);
        return Done.SENT;
    }

    private static boolean mayBeSent(UUID account, ProofKind kind, Limits limits) {
        var about = "support/" + account + "/" + kind.key();
        return limits.take(Rate.CODES, about) instanceof Decision.Permitted
                && (kind != ProofKind.TEXT || limits.take(Rate.TEXTS, "all") instanceof Decision.Permitted);
    }

    private Optional<UUID> open(HelpRequest request) {
        return table.lock(request.id())
                .filter(one -> one.kind() == Kind.RECOVERY && one.state() == State.OPEN)
                .flatMap(this::account);
    }

    private Optional<UUID> account(HelpRequest request) {
        return table.find(request.id()).map(HelpRequest::account);
    }

    private HelpRequest again(HelpRequest request) {
        return table.find(request.id()).orElse(request);
    }

    private void answered(HelpRequest request) {
        moves.answered(request.id(), outside.around().now());
        outside.around().promises().keep(HelpAsking.PROMISE, again(request).promise());
    }

    private void news(HelpRequest request) {
        post.news(again(request), table.written(request.id()));
    }

    private void tell(UUID account, What what, HelpRequest request) {
        tell(account, what, request.id() + "/" + account);
    }

    private void tell(UUID account, What what, String cause) {
        outside.events().publishEvent(new SecurityNews(account, what, cause));
    }

    private void record(UUID agent, String what, HelpRequest request, Map<String, String> facts) {
        outside.around().record(Actor.staff(agent), what, again(request), facts);
    }
}
