package fairway.forms;

import fairway.forms.Edition.CheckRule;
import fairway.forms.Edition.EvidenceSlot;
import fairway.forms.Edition.FeeRule;
import fairway.forms.Persona.Vector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Looks for what is wrong with an edition although it loads: gaps, dead rules, results that differ from what personas expect. */
final class Analyser {
    private static final Pattern NUMBER_OF_LAW =
            Pattern.compile("([-+<>]=?\\s*|\\b)[1-9][0-9]+\\b(?=\\s*(&&|\\|\\||\\)|$|[-+<>]))|\\bdate\\(");

    private final Edition edition;
    private final List<Note> notes = new ArrayList<>();
    private final Set<String> pages = new HashSet<>();
    private final Set<String> items = new HashSet<>();
    private final Set<String> checks = new HashSet<>();
    private final Set<String> papers = new HashSet<>();
    private final Set<String> fees = new HashSet<>();

    private Analyser(Edition edition) {
        this.edition = edition;
    }

    static List<Note> notes(Edition edition) {
        var analyser = new Analyser(edition);
        analyser.released();
        analyser.sources();
        analyser.official();
        analyser.conditions();
        analyser.notes.addAll(new TextReview(edition).notes());
        edition.personas().forEach(analyser::persona);
        edition.proof().vectors().forEach(analyser::vector);
        analyser.neverSeen();
        return analyser.notes;
    }

    private void error(String where, String what) {
        notes.add(Note.error(edition + "/" + where, what));
    }

    /** A released edition never changes: its folder holds the fingerprint it was released with. */
    private void released() {
        var seal = edition.proof().seal();
        if (edition.header().released() && !seal.found().equals(seal.released())) {
            error("released.sha256", "released as " + seal.released() + ", but the files are now " + seal.found());
        }
    }

    /** Ruling 9: an edition and its windows say where they come from and when that was read. */
    private void sources() {
        if (!edition.header().validity().source().confirmed()) {
            notes.add(
                    Note.warning(
                            edition + "/" + YamlFiles.VALIDITY,
                            "the agency has not confirmed this edition: outside of a demonstration nothing can be filed on it"));
        }
        edition.rules()
                .values()
                .forEach(rule -> rule.rows().stream()
                        .filter(row ->
                                row.source().text() == null || row.source().read() == null)
                        .forEach(row ->
                                error("rules.yaml", rule.id() + " from " + row.from() + " has no source or no read")));
    }

    private void official() {
        var claimed = new HashSet<String>();
        for (var part : edition.parts()) {
            part.pages().stream().flatMap(page -> page.items().stream()).forEach(item -> {
                claim(part, item, claimed);
                item.fields().forEach(field -> claim(part, field, claimed));
                var numbered = !item.official().isEmpty()
                        || item.fields().stream()
                                .anyMatch(field -> !field.official().isEmpty());
                if (item.traits().own() == numbered) {
                    error(
                            "parts",
                            item.key()
                                    + (numbered
                                            ? " is our own yet has an official number"
                                            : " is neither official nor marked own"));
                }
            });
        }
        edition.header()
                .official()
                .forEach((part, numbers) -> numbers.stream()
                        .map(number -> part + "." + number)
                        .filter(number -> !claimed.contains(number)
                                && !edition.header().notAsked().containsKey(number))
                        .forEach(number -> error("form.yaml", "official item " + number + " is asked nowhere")));
        edition.header().notAsked().keySet().stream()
                .filter(claimed::contains)
                .forEach(number -> error("form.yaml", "not-asked lists " + number + ", which is asked"));
    }

    private void claim(FormPart part, Item item, Set<String> claimed) {
        var known = edition.header().official().getOrDefault(String.valueOf(part.number()), List.of());
        for (var number : item.official()) {
            if (!known.contains(number)) {
                error(
                        "parts",
                        item.key() + " claims official item " + part.number() + "." + number
                                + ", which form.yaml does not list");
            }
            claimed.add(part.number() + "." + number);
        }
    }

    private void conditions() {
        var texts = new StringBuilder();
        for (var place : edition.proof().places()) {
            texts.append(place.condition().text()).append(' ');
            if (NUMBER_OF_LAW.matcher(place.condition().text()).find()) {
                notes.add(Note.warning(
                        place.where(),
                        "a number of law belongs into rules.yaml: "
                                + place.condition().text()));
            }
        }
        edition.rules().keySet().stream()
                .filter(rule -> !Pattern.compile("\\brules\\." + rule + "\\b")
                        .matcher(texts)
                        .find())
                .forEach(rule -> error("rules.yaml", "no condition reads " + rule));
        edition.context().keySet().stream()
                .filter(name -> !Pattern.compile("\\bcontext\\." + name + "\\b")
                        .matcher(texts)
                        .find())
                .forEach(name -> error("form.yaml", "no condition reads context." + name));
        edition.header().notSupplied().stream()
                .filter(name -> !edition.facts().contains(name))
                .forEach(name ->
                        error("form.yaml", "not-supplied names " + name + ", which the context does not declare"));
    }

    private void persona(Persona persona) {
        var where = "personas/" + persona.id();
        var rehearsal = Rehearsal.of(edition, persona);
        var outcome = rehearsal.outcome();
        see(rehearsal, outcome);
        differ(where, "pages", persona.expect().pages(), outcome.pages());
        differ(where, "checks", persona.expect().checks(), outcome.checks());
        differ(where, "evidence", persona.expect().evidence(), outcome.evidence());
        differ(where, "fees", persona.expect().fees(), outcome.fees());
        if (outcome.checks().stream().noneMatch(id -> id.startsWith("missing.") || id.startsWith("unreadable."))) {
            undecided(where, rehearsal.walk());
        }
    }

    private void see(Rehearsal rehearsal, Persona.Expect outcome) {
        pages.addAll(outcome.pages());
        checks.addAll(outcome.checks());
        papers.addAll(outcome.evidence());
        fees.addAll(outcome.fees());
        new Guide(rehearsal.walk())
                .journey()
                .shown()
                .flatMap(page -> page.items().stream())
                .forEach(view -> items.add(view.item().key()));
    }

    private void differ(String where, String what, List<String> expected, List<String> found) {
        if (!expected.equals(found)) {
            var missing = new ArrayList<>(expected);
            missing.removeAll(found);
            var more = new ArrayList<>(found);
            more.removeAll(expected);
            error(
                    where,
                    what + " differ: expected but not so " + missing + ", so but not expected " + more
                            + (missing.isEmpty() && more.isEmpty() ? ", order is " + found : ""));
        }
    }

    /** With every page saved and nothing missing, no condition may be open. */
    private void undecided(String where, Walk walk) {
        var journey = new Guide(walk).journey();
        journey.pages()
                .filter(page -> page.state() == PageState.WAITING)
                .forEach(page -> error(
                        where,
                        "page " + page.page().id() + " still waits for "
                                + page.because().paths()));
        for (var check : edition.checks()) {
            if (check.each() == null && check.when().decide(walk).isOpen()) {
                error(where, "check " + check.id() + " stays open");
            }
        }
        if (!new Checker(walk, Levels.AS_WRITTEN).fees().isDecided()) {
            error(where, "the fee stays open");
        }
    }

    private void vector(Vector vector) {
        var where = "vectors.yaml " + vector.base() + " " + vector.change() + vector.context();
        var rehearsal = Rehearsal.of(edition, vector);
        var outcome = rehearsal.outcome();
        see(rehearsal, outcome);
        vector.expect().fires().stream()
                .filter(id -> !outcome.checks().contains(id))
                .forEach(id -> error(where, id + " is silent; speaking: " + outcome.checks()));
        vector.expect().silent().stream()
                .filter(outcome.checks()::contains)
                .forEach(id -> error(where, id + " speaks"));
        vector.expect().asked().stream()
                .filter(id -> !outcome.evidence().contains(id))
                .forEach(id -> error(where, "evidence " + id + " is not asked"));
        vector.expect().notAsked().stream()
                .filter(outcome.evidence()::contains)
                .forEach(id -> error(where, "evidence " + id + " is asked"));
        var owed = vector.expect().fees();
        if (owed != null) {
            differ(where, "fees", owed, outcome.fees());
        }
        unknownChecks(where, vector);
    }

    private void unknownChecks(String where, Vector vector) {
        var known = edition.checks().stream().map(CheckRule::id).collect(Collectors.toSet());
        vector.expect().silent().stream()
                .filter(id -> !known.contains(id) && !id.contains("."))
                .forEach(id -> error(where, "there is no check " + id));
    }

    private void neverSeen() {
        edition.pages()
                .map(FormPage::id)
                .filter(id -> !pages.contains(id))
                .forEach(id -> error("parts", "no persona or vector reaches page " + id));
        edition.items()
                .filter(item -> !item.isList() && !items.contains(item.key()))
                .forEach(item -> error("parts", "no persona or vector is asked " + item.key()));
        edition.checks().stream()
                .map(CheckRule::id)
                .filter(id -> !checks.contains(id))
                .forEach(id -> error("checks.yaml", "no persona or vector makes " + id + " speak"));
        edition.evidence().stream()
                .map(EvidenceSlot::id)
                .filter(id -> !papers.contains(id))
                .forEach(id -> error("evidence.yaml", "no persona or vector is asked for " + id));
        edition.fees().stream()
                .map(FeeRule::code)
                .filter(code -> !fees.contains(code))
                .forEach(code -> error("fees.yaml", "no persona or vector owes " + code));
    }

    /** Something the analyser noticed about an edition; an error stops the build, a warning is worth a look. */
    record Note(boolean error, String where, String what) {
        static Note error(String where, String what) {
            return new Note(true, where, what);
        }

        static Note warning(String where, String what) {
            return new Note(false, where, what);
        }

        @Override
        public String toString() {
            return (error ? "error   " : "warning ") + where + ": " + what;
        }
    }
}
