package fairway.settings;

import fairway.audit.Actor;
import fairway.audit.Audit;
import fairway.audit.Entry;
import fairway.audit.Subject;
import fairway.cases.Cases;
import fairway.identity.Account;
import fairway.identity.Accounts;
import fairway.identity.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
            "merging.asked",
            "merging.proven",
            "merging.looked",
            "merging.joined",
            "merging.refused",
            "merging.stopped",
            "merging.undone",
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
            "merging.asked",
            "merging.proven",
            "merging.joined",
            "support.help.found",
            "support.help.proposed",
            "support.help.approved");

    private static final String TIMES = "times";
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final Audit audit;
    private final Accounts accounts;
    private final Cases cases;

    History(Audit audit, Accounts accounts, Cases cases) {
        this.audit = audit;
        this.accounts = accounts;
        this.cases = cases;
    }

    /**
     * One line: what happened, with the codes that make it exact. {@code receipt} is empty
     * unless it is about a case, {@code part} unless it happened on an account that became part of this one: how its number ends.
     */
    record Line(
            String what,
            Instant at,
            boolean warning,
            boolean staff,
            String receipt,
            String part,
            Map<String, String> facts) {
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
            return new Line(what, at, warning, staff, receipt, part, Map.of(TIMES, Integer.toString(times() + 1)));
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
        var parts = parts(account);
        var entries = audit.about(subjects(parts.keySet(), receipts.keySet()), SHOWN, before, size + 1);
        var lines = entries.stream()
                .limit(size)
                .filter(entry -> ours(entry, parts.keySet()))
                .map(entry -> line(entry, receipts, parts))
                .toList();
        return new Part(
                folded(once(lines)),
                entries.size() > size ? entries.get(size - 1).number() : 0);
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

    /** What happened to two accounts that are one now stands in the record of both, and here once. */
    private static List<Line> once(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.part().isEmpty()
                        || !line.what().startsWith("merging.")
                        || lines.stream().noneMatch(other -> same(line, other)))
                .toList();
    }

    private static boolean same(Line line, Line other) {
        return other.part().isEmpty()
                && other.what().equals(line.what())
                && Duration.between(line.at(), other.at()).abs().compareTo(MOMENT) < 0;
    }

    /** The account and what became part of it; by their identifiers, how the numbers of the parts end. */
    private Map<String, String> parts(UUID account) {
        var parts = new HashMap<String, String>();
        parts.put(account.toString(), "");
        accounts.joins()
                .partsOf(account)
                .forEach(part -> parts.put(
                        part.toString(),
                        accounts.find(part)
                                .map(found -> found.number().lastFour())
                                .orElse("")));
        return parts;
    }

    private List<Subject> subjects(Set<String> accountIds, Set<String> caseIds) {
        var subjects = new ArrayList<Subject>();
        for (var id : accountIds) {
            subjects.add(new Subject("account", id));
            accounts.find(UUID.fromString(id))
                    .map(Account::email)
                    .filter(email -> !email.isEmpty())
                    .map(email -> accounts.fingerprint(new EmailAddress(email)))
                    .ifPresent(mark ->
                            subjects.add(new Subject("address", HexFormat.of().formatHex(mark, 0, 8))));
        }
        caseIds.forEach(id -> subjects.add(new Subject("case", id)));
        return subjects;
    }

    /** An address may have been another account's before. */
    private static boolean ours(Entry entry, Set<String> accountIds) {
        return !entry.act().subject().kind().equals("address")
                || accountIds.contains(entry.act().facts().getOrDefault("account", ""));
    }

    private static Line line(Entry entry, Map<String, String> receipts, Map<String, String> parts) {
        var act = entry.act();
        var about = act.subject().kind().equals("address")
                ? act.facts().getOrDefault("account", "")
                : act.subject().id();
        return new Line(
                act.what(),
                entry.at(),
                WARNING.contains(act.what()),
                act.actor().kind() == Actor.Kind.STAFF,
                receipts.getOrDefault(act.subject().id(), ""),
                parts.getOrDefault(about, ""),
                act.facts());
    }
}
