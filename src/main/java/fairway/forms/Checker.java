package fairway.forms;

import fairway.forms.Answer.Unanswered;
import fairway.forms.Condition.Scope;
import fairway.forms.Edition.CheckRule;
import fairway.forms.Edition.EvidenceSlot;
import fairway.forms.Edition.Source;
import fairway.forms.Fees.FeeRef;
import fairway.forms.Outcome.Basis;
import fairway.forms.Outcome.Gap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Draws from a walk what an edition says about answers: findings, papers, fees. */
final class Checker {
    private final Walk walk;
    private final Levels levels;

    Checker(Walk walk, Levels levels) {
        this.walk = walk;
        this.levels = levels;
    }

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        var feeOpen = Set.copyOf(fees().undecided().paths());
        new Guide(walk).journey().shown().forEach(page -> gaps(page, feeOpen, findings));
        for (var check : walk.edition().checks()) {
            each(check.each(), (number, scope) -> {
                var outcome = check.when().decide(scope);
                if (outcome.isTrue()) {
                    findings.add(finding(check, number, scope, outcome));
                }
            });
        }
        return findings;
    }

    /** What is not answered; where the fee still hangs on it, that blocks, because nothing is taken in without its fee. */
    private void gaps(Journey.PageView page, Set<String> feeOpen, List<Finding> findings) {
        for (var view : page.items()) {
            if (view.answer() instanceof Unanswered(var typed)) {
                if (!typed.isEmpty()) {
                    var level = level(Levels.UNREADABLE + view.item().key(), Level.BLOCK);
                    findings.add(gap(Levels.UNREADABLE, level, view.item(), view.path(), page));
                } else if (view.required()) {
                    var level = feeOpen.contains(view.path()) ? Level.BLOCK : missing(view.item());
                    findings.add(gap(Levels.MISSING, level, view.item(), view.path(), page));
                }
            }
        }
        var first = page.page().items().getFirst();
        if (page.page().isList()
                && walk.isRequired(first.key())
                && page.numbers().size() < first.type().min()) {
            findings.add(gap(Levels.MISSING, missing(first), first, first.key(), page));
        }
    }

    private Level missing(Item item) {
        return level(Levels.MISSING + item.key(), item.traits().missingBlocks() ? Level.BLOCK : Level.WARN);
    }

    private Level level(String check, Level own) {
        return levels.of(walk.edition(), check, own);
    }

    private static Finding gap(String what, Level level, Item item, String path, Journey.PageView page) {
        return new Finding(
                what + item.key(),
                level,
                "finding." + what.substring(0, what.length() - 1),
                Map.of(),
                path,
                page.page().id(),
                page.because(),
                new Source(null, null, true));
    }

    private Finding finding(CheckRule check, OptionalInt number, Scope scope, Outcome outcome) {
        var args = new LinkedHashMap<String, Object>();
        check.args().forEach((name, value) -> {
            var of = value.eval(scope).value();
            args.put(name, of instanceof Gap ? "…" : of);
        });
        var path = path(check.at(), number);
        return new Finding(
                check.id(),
                level(check.id(), check.level()),
                check.textKey(),
                args,
                path,
                path == null
                        ? null
                        : walk.edition().pageOf(path).map(FormPage::id).orElse(null),
                Because.of(outcome),
                check.source());
    }

    private @Nullable String path(@Nullable String at, OptionalInt number) {
        if (at == null) {
            return null;
        }
        var item = walk.edition().item(at).orElseThrow();
        return item.list() == null || number.isEmpty() ? at : item.path(number.getAsInt());
    }

    List<Need> needs() {
        var needs = new ArrayList<Need>();
        for (var slot : walk.edition().evidence()) {
            each(slot.each(), (number, scope) -> {
                var outcome = slot.when().decide(scope);
                if (outcome.isTrue()) {
                    var required = slot.required().decide(scope).isTrue();
                    needs.add(new Need(slot, number, required, countsKey(slot), Because.of(outcome)));
                }
            });
        }
        return needs;
    }

    private String countsKey(EvidenceSlot slot) {
        var key = "evidence." + slot.id() + ".counts";
        var by = slot.by();
        if (by == null || !(walk.name(by).value() instanceof String chosen)) {
            return key;
        }
        if (walk.edition().item(by).orElseThrow().type().kind() == Kind.CATEGORY) {
            return "category." + chosen + ".proof";
        }
        var official = Locale.of(walk.edition().header().officialLanguage());
        return walk.edition().hasText(official, key + "." + chosen) ? key + "." + chosen : key;
    }

    Fees fees() {
        var owed = new ArrayList<FeeRef>();
        var settled = new HashSet<String>();
        var open = Basis.NOTHING;
        for (var row : walk.edition().fees()) {
            if (row.group() != null && settled.contains(row.group())) {
                continue;
            }
            var outcome = row.when().decide(walk);
            if (outcome.isTrue()) {
                owed.add(new FeeRef(row.code(), row.textKey(), Because.of(outcome)));
            }
            if (outcome.isOpen()) {
                open = Basis.join(open, outcome.basis());
            }
            if (!outcome.isFalse() && row.group() != null) {
                settled.add(Objects.requireNonNull(row.group()));
            }
        }
        return new Fees(owed, new Because(List.copyOf(open.paths())));
    }

    private void each(@Nullable String list, BiConsumer<OptionalInt, Scope> what) {
        if (list == null) {
            what.accept(OptionalInt.empty(), walk);
            return;
        }
        if (walk.shown(list).isTrue()) {
            walk.answers()
                    .numbers(list)
                    .forEach(number -> what.accept(OptionalInt.of(number), walk.inside(list, number)));
        }
    }
}
