package fairway.cases;

import com.fasterxml.uuid.NoArgGenerator;
import fairway.identity.Moving;
import fairway.identity.Obstacle;
import fairway.vault.Vault;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Cases without an electronic filing, and cases that change hands. */
@Component
class Owning implements Ownership, Moving, Obstacle.Source {
    private final CaseFiles files;
    private final CaseMoves moves;
    private final Applicants applicants;
    private final ReceiptNumbers numbers;
    private final Needed needed;

    Owning(CaseFiles files, CaseMoves moves, Applicants applicants, ReceiptNumbers numbers, Needed needed) {
        this.files = files;
        this.moves = moves;
        this.applicants = applicants;
        this.numbers = numbers;
        this.needed = needed;
    }

    @Component("owningNeeded")
    record Needed(NoArgGenerator ids, Vault vault, InstantSource clock) {}

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public CaseFile open(PaperFiling filing) {
        var now = needed.clock().instant();
        var file = new CaseFile(
                needed.ids().generate(),
                needed.ids().generate(),
                filing.account(),
                filing.form(),
                filing.edition(),
                numbers.next(),
                CaseState.RECEIVED,
                1,
                needed.vault().newKey(),
                false,
                null,
                null,
                now,
                now,
                now);
        files.add(file);
        files.allow(file.id(), filing.account(), "PAPER", now);
        applicants.keep(file, filing.applicant());
        moves.opened(file);
        return file;
    }

    @Override
    public String what() {
        return "cases.case_file";
    }

    @Override
    public void lock(UUID account) {
        files.ownedBy(account).forEach(files::lock);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> move(UUID from, UUID to) {
        var own = files.ownedBy(from);
        move(own, from, to);
        return own;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void back(List<UUID> rows, UUID from, UUID to) {
        move(files.ownedBy(from).stream().filter(rows::contains).toList(), from, to);
    }

    /** A protected case changes hands only after a person of the agency has made sure who asks. */
    @Override
    public List<Obstacle> on(UUID account, boolean goes) {
        return files.of(account).stream().anyMatch(CaseFile::shielded) ? List.of(Obstacle.PROTECTED) : List.of();
    }

    @Override
    public List<UUID> ownedBy(UUID account) {
        return files.ownedBy(account);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void move(List<UUID> cases, UUID from, UUID to) {
        for (var id : cases.stream().sorted().toList()) {
            if (!files.lock(id).orElseThrow().account().equals(from)) {
                throw new IllegalStateException("case " + id + " has another owner now");
            }
            files.own(id, from, to);
            moves.move(files.find(id).orElseThrow(), CaseAct.CHANGE_ACCOUNT, Doer.SYSTEM, CaseMoves.Traces.NONE);
        }
    }
}
