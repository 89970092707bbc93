package fairway.cases;

import fairway.audit.Act;
import fairway.audit.Actor;
import fairway.audit.Audit;
import fairway.audit.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cases from receipt to decision: the person's side, the officer's side, and what the public may know. */
@Service
public class Cases {
    private final PersonCases persons;
    private final OfficerCases officers;
    private final OfficerActs acts;
    private final CaseRecords records;
    private final Around around;

    Cases(PersonCases persons, OfficerCases officers, OfficerActs acts, CaseRecords records, Around around) {
        this.persons = persons;
        this.officers = officers;
        this.acts = acts;
        this.records = records;
        this.around = around;
    }

    @Component
    record Around(Audit audit, Ownership ownership) {}

    /** Whose a case is, for filings that came on paper and accounts that become one. */
    public Ownership ownership() {
        return around.ownership();
    }

    /** What anybody may know; empty for unknown and for shielded numbers alike. */
    public Optional<PublicStatus> statusOf(ReceiptNumber receipt) {
        return records.statusOf(receipt);
    }

    /** The cases this account may see, newest first, without their history. */
    public List<CaseView> of(UUID account) {
        return persons.of(account);
    }

    public Optional<CaseView> of(UUID account, ReceiptNumber receipt) {
        return persons.of(account, receipt);
    }

    /** Answers as somebody who has seen no unsent answer: where one is kept, nothing is sent. */
    public AnswerResult answer(UUID account, ReceiptNumber receipt, String text) {
        return persons.answer(account, receipt, AnswerBasis.NOTHING, text);
    }

    /** For modules that act on a case themselves; asks nobody's right. */
    public Optional<CaseFile> find(UUID caseId) {
        return records.find(caseId);
    }

    /** The case if this account may see it. */
    public Optional<CaseFile> seenBy(UUID account, UUID caseId) {
        return records.seenBy(account, caseId);
    }

    /** The case if this officer may read it. */
    public Optional<CaseFile> seenBy(Officer officer, UUID caseId) {
        return officers.readable(officer, caseId);
    }

    /** The person's name as they wrote it in the form. */
    public String applicantOf(CaseFile file) {
        return records.applicantOf(file);
    }

    /** For modules that write about what happened; asks nobody's right. */
    public CaseEvent event(CaseFile file, long seq) {
        return records.event(file, seq);
    }

    /** The latest request for evidence; asks nobody's right. */
    public Optional<EvidenceRequest> requestIn(CaseFile file) {
        return records.requestIn(file);
    }

    /** The proposal the latest decision rests on; asks nobody's right. */
    public Optional<Proposal> proposalIn(CaseFile file) {
        return acts.lastProposal(file);
    }

    /** A notice is in the account; {@code kind} says which. */
    public void noticePosted(UUID caseId, UUID notice, String kind) {
        records.noticePosted(caseId, notice, kind);
    }

    /** Up to {@code limit} cases nobody has taken, oldest first. */
    public List<CaseFile> waiting(Officer officer, int limit) {
        return officers.waiting(officer, limit);
    }

    public List<CaseFile> mine(Officer officer, int limit) {
        return officers.mine(officer, limit);
    }

    /** Decisions of others that wait for a second officer. */
    public List<CaseFile> toReview(Officer officer, int limit) {
        return officers.toReview(officer, limit);
    }

    public Optional<ReceiptNumber> takeNext(Officer officer) {
        return acts.takeNext(officer);
    }

    /** Opens the case for an officer and records that they read it. */
    @Transactional
    public Optional<OfficerView> open(Officer officer, ReceiptNumber receipt) {
        var file = officers.readable(officer, receipt);
        file.ifPresent(read -> around.audit()
                .record(Act.of(
                        Actor.staff(officer.account()),
                        "case.read",
                        new Subject("case", read.id().toString()))));
        return file.map(read -> records.officerView(
                read,
                acts.proposal(read).orElse(null),
                acts.open(officer, read).stream().map(Transition::act).toList()));
    }

    /** Records which answers were shown to an officer who asked for them; {@link #open} has found their right. */
    @Transactional
    public void answersShown(Officer officer, CaseFile file, Set<String> paths) {
        var actor = Actor.staff(officer.account());
        var subject = new Subject("case", file.id().toString());
        for (var path : paths) {
            var answer = path.replace("[", "#").replace("]", "");
            around.audit().record(new Act(actor, "case.answer.shown", subject, Map.of("answer", answer)));
        }
    }

    /** The latest day that may be given for an answer to a request made today. */
    public AnswerDay latestAnswerDay() {
        var ceiling = acts.latestAnswerDay();
        return new AnswerDay(ceiling.date(), ceiling.source());
    }

    public ActResult requestEvidence(Officer officer, CaseVersion seen, String text, LocalDate lastDay) {
        return acts.ask(officer, seen, new Asking.Question(text, lastDay));
    }

    public ActResult note(Officer officer, ReceiptNumber receipt, String words) {
        return acts.note(officer, receipt, words);
    }

    public ActResult proposeDecision(Officer officer, CaseVersion seen, Decision decision, String reasons) {
        return acts.propose(officer, seen, decision, reasons);
    }

    public ActResult confirmDecision(Officer officer, CaseVersion seen) {
        return acts.confirm(officer, seen);
    }

    /** Acts that need no more than a few words: put back, take back, send back, close, reopen, reject. */
    public ActResult simply(Officer officer, CaseVersion seen, CaseAct act, String words) {
        return acts.simply(officer, seen, act, words);
    }
}
