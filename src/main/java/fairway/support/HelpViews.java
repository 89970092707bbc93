package fairway.support;

import fairway.cases.CaseView;
import fairway.cases.Cases;
import fairway.identity.Account;
import fairway.identity.AccountNumber;
import fairway.identity.Accounts;
import fairway.identity.EmailAddress;
import fairway.identity.Phone;
import fairway.recovery.Recovery;
import fairway.support.HelpRequest.Kind;
import fairway.support.HelpRequest.Lost;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What agents see of a request and of the accounts that may be meant: enough to compare, nothing that opens anything. */
@Component
class HelpViews {
    private final HelpTable table;
    private final HelpMoves moves;
    private final Proofs proofs;
    private final Marks marks;
    private final Known known;

    HelpViews(HelpTable table, HelpMoves moves, Proofs proofs, Marks marks, Known known) {
        this.table = table;
        this.moves = moves;
        this.proofs = proofs;
        this.marks = marks;
        this.known = known;
    }

    /** What is known of accounts. */
    @Component("supportKnown")
    record Known(Accounts accounts, Cases cases, HelpPost post, Recovery recovery, Looks.Sources sources) {}

    /** A row of the list. */
    record Row(HelpRequest request, boolean late) {}

    /** What the person wrote; addresses masked. */
    record Facts(
            String name,
            @Nullable LocalDate born,
            String aNumber,
            String email,
            String phone,
            Lost lost,
            String text) {}

    /** An account that may be meant, and how it fits; numbers and addresses only in part. */
    record Candidate(
            UUID account, String name, String lastFour, String email, boolean named, boolean numbered, int cases) {}

    /** One proof: what it is, until when it may come, since when it is there. */
    record Given(
            ProofKind kind,
            Instant at,
            Instant until,
            @Nullable Instant provenAt,
            boolean open) {}

    record Shown(
            HelpRequest request,
            boolean late,
            Facts facts,
            List<Candidate> candidates,
            @Nullable Candidate account,
            Recovery.@Nullable Status way,
            Proving proving,
            List<HelpTable.Said> said) {}

    /** {@code kinds} can be asked for, a letter as {@code post} says; {@code answer}: whether the one who looks may approve. */
    record Proving(
            List<ProofKind> kinds,
            ByPost post,
            List<Given> given,
            boolean enough,
            String reason,
            Approval.Answer answer) {}

    List<Row> running() {
        return rows(table.running(200));
    }

    List<Row> decided() {
        return rows(table.decided(50));
    }

    List<Row> toCompare() {
        return rows(proofs.waitingDocuments().stream()
                .map(table::find)
                .flatMap(Optional::stream)
                .toList());
    }

    /** {@code typed} is somebody the agent looked for by number or address besides. */
    Shown of(HelpRequest request, UUID agent, @Nullable Account typed) {
        var facts = facts(request);
        var found = request.kind() == Kind.RECOVERY ? candidates(facts, typed) : List.<Candidate>of();
        var account = request.account();
        return new Shown(
                request,
                request.course().late(now()),
                facts,
                account == null ? found : List.of(),
                account == null ? null : candidate(account, facts).orElse(null),
                request.course().recovery() == null
                        ? null
                        : known.recovery().status(request.course().recovery()),
                proving(request, agent),
                table.said(request.id()));
    }

    /** By the whole number or the whole address; a number with a wrong digit is refused before anything is looked up. */
    Optional<Account> find(String who) {
        return AccountNumber.read(who)
                .flatMap(known.accounts()::byNumber)
                .or(() ->
                        EmailAddress.read(who).flatMap(email -> known.accounts().byEmail(email, false)))
                .flatMap(found -> known.accounts().find(known.accounts().joins().leading(found.id())));
    }

    private Proving proving(HelpRequest request, UUID agent) {
        var account = request.account();
        var now = now();
        var given = proofs.of(request.id()).stream()
                .map(proof -> new Given(
                        proof.kind(),
                        proof.asked().at(),
                        proof.asked().expiresAt(),
                        proof.asked().provenAt(),
                        proof.open(now)))
                .toList();
        var proven = proofs.given(request.id());
        var kinds = account == null
                ? List.<ProofKind>of()
                : List.of(ProofKind.values()).stream()
                        .filter(kind -> known.post().reaches(account, kind))
                        .toList();
        return new Proving(
                kinds,
                account == null ? ByPost.NOWHERE : known.post().byPost(account),
                given,
                Approval.suffice(proven),
                moves.reason(request.id()).orElse(""),
                new Approval(request.course().proposer(), proven).by(agent));
    }

    private List<Candidate> candidates(Facts facts, @Nullable Account typed) {
        var all = new ArrayList<UUID>();
        if (typed != null) {
            all.add(typed.id());
        }
        marks.matching(facts.name(), facts.born(), facts.aNumber()).forEach(match -> all.add(match.account()));
        return all.stream()
                .distinct()
                .map(account -> candidate(account, facts))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Candidate> candidate(UUID account, Facts facts) {
        var matches = marks.matching(facts.name(), facts.born(), facts.aNumber()).stream()
                .filter(match -> match.account().equals(account))
                .findFirst();
        return known.accounts()
                .find(account)
                .map(found -> new Candidate(
                        account,
                        found.shownName(),
                        found.number().lastFour(),
                        new EmailAddress(found.email()).masked(),
                        matches.filter(match -> match.words() > 0).isPresent(),
                        matches.filter(Marks.Match::aNumber).isPresent(),
                        cases(account)));
    }

    private int cases(UUID account) {
        return Math.toIntExact(known.cases().of(account).stream()
                .map(CaseView::file)
                .filter(file -> !file.shielded())
                .count());
    }

    private Facts facts(HelpRequest request) {
        var written = table.written(request.id());
        return new Facts(
                written.name(),
                written.born(),
                written.aNumber(),
                written.email().isEmpty() ? "" : written.address().masked(),
                written.phone().isEmpty() ? "" : new Phone(written.phone()).masked(),
                Objects.requireNonNullElse(written.lost(), Lost.OTHER),
                written.text());
    }

    private List<Row> rows(List<HelpRequest> requests) {
        var now = now();
        return requests.stream()
                .map(request -> new Row(request, request.course().late(now)))
                .toList();
    }

    private Instant now() {
        return known.sources().clock().instant();
    }
}
