package fairway.settings;

import fairway.audit.Actor;
import fairway.audit.Audit;
import fairway.audit.Entry;
import fairway.audit.Subject;
import fairway.cases.Cases;
import fairway.identity.Accounts;
import fairway.identity.EmailAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What happened on an account, from the audit trail and in its order. Only what is listed here is shown: what the agency
 * does against fraud, for security, and with protected cases is not.
 */
@Component
class History {
    /** Codes of the trail that an owner reads about; each has its words. */
    static final Set<String> SHOWN = Set.of(
            "signin.signed-in",
            "signin.signed-out",
            "signin.password.wrong",
            "signin.password.refused",
            "signin.password.stopped",
            "signin.password.set",
            "signin.password.changed",
            "signin.code.wrong",
            "signin.code.stopped",
            "signin.backup-code.right",
            "signin.backup-code.wrong",
            "signin.backup-code.renewed",
            "signin.oldest-session-ended",
            "signin.session.ended",
            "signin.sessions.others-ended",
            "signin.way.bound",
            "signin.way.removed",
            "signin.way.renamed",
            "signin.way.preferred",
            "support.opened",
            "support.help.found",
            "support.help.proposed",
            "support.help.approved",
            "support.help.declined",
            "passkeys.added",
            "passkeys.removed",
            "passkeys.renamed",
            "passkeys.suspended",
            "passkeys.right",
            "passkeys.wrong",
            "signin.questions.set",
            "signin.questions.changed",
            "signin.terms.agreed",
            "signin.sign-up.confirmed",
            "signin.sign-up.finished",
            "signin.answers.right",
            "signin.answers.wrong",
            "signin.answers.stopped",
            "signin.password.reset",
            "recovery.begun",
            "recovery.refused",
            "recovery.ready",
            "recovery.cancelled",
            "recovery.done",
            "recovery.lapsed",
            "settings.frozen",
            "settings.lost",
            "settings.found",
            "settings.email.asked",
            "settings.email.confirmed",
            "settings.email.cancelled",
            "settings.email.lapsed",
            "settings.email.moved",
            "settings.recovery.asked",
            "settings.recovery.added",
            "settings.recovery.removed",
            "intake.joined",
            "intake.refused",
            "case.read");

    private static final Set<String> WARNING = Set.of(
            "signin.password.wrong",
            "signin.password.refused",
            "signin.password.stopped",
            "signin.code.wrong",
            "signin.code.stopped",
            "signin.backup-code.wrong",
            "passkeys.suspended",
            "passkeys.wrong",
            "signin.answers.wrong",
            "signin.answers.stopped",
            "recovery.begun",
            "recovery.refused",
            "settings.lost",
            "settings.frozen",
            "intake.refused",
            "support.help.found",
            "support.help.proposed",
            "support.help.approved");

    private static final String TIMES = "times";

    private final Audit audit;
    private final Accounts accounts;
    private final Cases cases;

    History(Audit audit, Accounts accounts, Cases cases) {
        this.audit = audit;
        this.accounts = accounts;
        this.cases = cases;
    }

    /** One line: what happened, with the codes that make it exact. {@code receipt} is empty unless it is about a case. */
    record Line(String what, Instant at, boolean warning, boolean staff, String receipt, Map<String, String> facts) {
        String fact(String name) {
            return facts.getOrDefault(name, "");
        }

        /** How often it happened in a row. */
        int times() {
            return Integer.parseInt(facts.getOrDefault(TIMES, "1"));
        }

        boolean opensSameCaseAs(Line other) {
            return what.equals("case.read") && other.what.equals(what) && other.receipt.equals(receipt);
        }

        Line andOnce() {
            return new Line(what, at, warning, staff, receipt, Map.of(TIMES, Integer.toString(times() + 1)));
        }
    }

    /** Newest first; {@code older} is where the next page begins, or 0 if this is the last. */
    record Part(List<Line> lines, long older) {}

    Part of(UUID account, long before, int size) {
        var receipts = cases.of(account).stream()
                .map(view -> view.file())
                .filter(file -> !file.shielded())
                .collect(Collectors.toMap(
                        file -> file.id().toString(), file -> file.receipt().value()));
        var entries = audit.about(subjects(account, receipts.keySet()), SHOWN, before, size + 1);
        var lines = entries.stream()
                .limit(size)
                .filter(entry -> ours(entry, account))
                .map(entry -> line(entry, receipts))
                .toList();
        return new Part(
                folded(lines), entries.size() > size ? entries.get(size - 1).number() : 0);
    }

    /** Openings of one case that follow each other are one line, or they would bury everything else. */
    static List<Line> folded(List<Line> lines) {
        var folded = new ArrayList<Line>();
        for (var line : lines) {
            if (!folded.isEmpty() && folded.getLast().opensSameCaseAs(line)) {
                folded.add(folded.removeLast().andOnce());
            } else {
                folded.add(line);
            }
        }
        return folded;
    }

    private List<Subject> subjects(UUID account, Set<String> cases) {
        var subjects = new ArrayList<Subject>();
        subjects.add(Subject.of("account", account));
        accounts.find(account)
                .map(found -> accounts.fingerprint(new EmailAddress(found.email())))
                .ifPresent(mark ->
                        subjects.add(new Subject("address", HexFormat.of().formatHex(mark, 0, 8))));
        cases.forEach(id -> subjects.add(new Subject("case", id)));
        return subjects;
    }

    /** An address may have been another account's before. */
    private static boolean ours(Entry entry, UUID account) {
        return !entry.act().subject().kind().equals("address")
                || account.toString().equals(entry.act().facts().get("account"));
    }

    private static Line line(Entry entry, Map<String, String> receipts) {
        var act = entry.act();
        return new Line(
                act.what(),
                entry.at(),
                WARNING.contains(act.what()),
                act.actor().kind() == Actor.Kind.STAFF,
                receipts.getOrDefault(act.subject().id(), ""),
                act.facts());
    }
}
