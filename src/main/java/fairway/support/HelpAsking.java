package fairway.support;

import fairway.audit.Act;
import fairway.audit.Actor;
import fairway.audit.Audit;
import fairway.audit.Subject;
import fairway.calendar.LegalCalendar;
import fairway.limits.Decision;
import fairway.limits.Limits;
import fairway.limits.Patience;
import fairway.promises.Promises;
import fairway.support.HelpRequest.Course;
import fairway.support.HelpRequest.Kind;
import fairway.support.HelpRequest.Lost;
import fairway.support.HelpRequest.State;
import fairway.support.HelpRequest.Written;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do about their own requests: ask, read, answer, and enter the codes that show who they are. */
@Service
class HelpAsking {
    static final String PROMISE = "support.answer";
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int PART = 4;

    private final HelpTable table;
    private final HelpMoves moves;
    private final Proofs proofs;
    private final HelpPost post;
    private final Around around;

    HelpAsking(HelpTable table, HelpMoves moves, Proofs proofs, HelpPost post, Around around) {
        this.table = table;
        this.moves = moves;
        this.proofs = proofs;
        this.post = post;
        this.around = around;
    }

    /** What asking for help needs from elsewhere. */
    @Component("supportAround")
    record Around(
            Looks.Sources sources,
            SecureRandom random,
            LegalCalendar calendar,
            Promises promises,
            Limits limits,
            Audit audit) {
        Instant now() {
            return sources.clock().instant();
        }

        UUID fresh() {
            return sources.ids().generate();
        }

        void record(Actor actor, String what, HelpRequest request, Map<String, String> facts) {
            var account = request.account();
            var subject =
                    account == null ? new Subject("help", request.id().toString()) : Subject.of("account", account);
            audit.record(new Act(actor, what, subject, facts));
        }
    }

    /** What entering a code led to. */
    sealed interface Entered {
        record Proven(ProofKind kind) implements Entered {}

        record Wrong() implements Entered {}

        record TooOften(@Nullable Instant until) implements Entered {}
    }

    /** The same work whether such a person is known or not: nobody is looked for here. */
    @Transactional
    public void ask(Written written, Locale language) {
        var secret = new byte[32];
        around.random().nextBytes(secret);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        var request = fresh(Kind.RECOVERY, null, language);
        table.add(new HelpTable.Fresh(request, digest(token), linked(written, HelpPages.link(token))));
        around.promises()
                .open(
                        PROMISE,
                        request.id().toString(),
                        request.id(),
                        request.course().dueAt());
        post.asked(request, written.email(), HelpPages.link(token));
        around.record(Actor.anonymous(), "support.help.asked", request, Map.of());
    }

    /** From somebody who is signed in, about anything. */
    @Transactional
    public UUID message(UUID account, String text, Locale language) {
        var request = fresh(Kind.MESSAGE, account, language);
        table.add(new HelpTable.Fresh(
                request, null, new Written("", null, "", "", "", Lost.OTHER, text, "/account/support")));
        around.promises()
                .open(
                        PROMISE,
                        request.id().toString(),
                        account,
                        request.course().dueAt());
        around.record(Actor.person(account), "support.help.message", request, Map.of());
        return request.id();
    }

    Optional<HelpRequest> byToken(String token) {
        return table.byDigest(digest(token)).filter(request -> request.kind() == Kind.RECOVERY);
    }

    void opened(HelpRequest request) {
        moves.opened(request.id(), around.now());
    }

    /** The person writes once more; an ended request takes nothing. */
    @Transactional
    public boolean say(HelpRequest request, String words) {
        return table.lock(request.id())
                .filter(locked -> locked.state().running())
                .map(locked -> {
                    table.say(around.fresh(), locked.id(), null, words, around.now());
                    promiseAgain(locked);
                    return true;
                })
                .orElse(false);
    }

    /** Words after our answer wait for another one, and are on the desk again. */
    private void promiseAgain(HelpRequest request) {
        if (moves.waitsAgain(request.id(), due())) {
            var again = table.find(request.id()).orElseThrow();
            var to = again.kind() == Kind.MESSAGE && again.account() != null ? again.account() : again.id();
            around.promises().open(PROMISE, again.promise(), to, again.course().dueAt());
        }
    }

    @Transactional
    public Entered enter(HelpRequest request, String typed) {
        var guessed = new Limits.Guessed(Patience.CODE, "support.help/" + request.id(), false);
        var decision = around.limits().attempt(guessed);
        if (decision instanceof Decision.Wait(var until)) {
            return new Entered.TooOften(until);
        }
        if (decision instanceof Decision.Disabled) {
            return new Entered.TooOften(null);
        }
        var proof = proofs.fitting(request.id(), typed);
        if (request.state() != State.OPEN
                || proof.filter(one -> proofs.prove(one, null)).isEmpty()) {
            around.record(Actor.anonymous(), "support.help.code.wrong", request, Map.of());
            return new Entered.Wrong();
        }
        around.limits().succeeded(guessed);
        var kind = proof.get().kind();
        around.record(Actor.anonymous(), "support.help.proven", request, Map.of("kind", kind.name()));
        return new Entered.Proven(kind);
    }

    List<HelpTable.Said> said(HelpRequest request) {
        return table.said(request.id());
    }

    private HelpRequest fresh(Kind kind, @Nullable UUID account, Locale language) {
        var now = around.now();
        var course = new Course(State.OPEN, now, due(), null, false, null, null, null, 0);
        return new HelpRequest(around.fresh(), number(), kind, account, language, course);
    }

    /** The end of the last of the promised business days. */
    private Instant due() {
        var calendar = around.calendar();
        var day = calendar.today();
        for (int i = 0; i < around.sources().settings().answerDays(); i++) {
            day = calendar.nextBusinessDay(day.plusDays(1));
        }
        return calendar.endOf(day);
    }

    private String number() {
        var number = new StringBuilder("H");
        for (int i = 0; i < 2 * PART; i++) {
            number.append(i % PART == 0 ? "-" : "")
                    .append(LETTERS.charAt(around.random().nextInt(LETTERS.length())));
        }
        return number.toString();
    }

    private static Written linked(Written written, String link) {
        return new Written(
                written.name(),
                written.born(),
                written.aNumber(),
                written.email(),
                written.phone(),
                written.lost(),
                written.text(),
                link);
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
