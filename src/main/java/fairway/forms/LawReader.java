package fairway.forms;

import fairway.forms.Edition.CheckRule;
import fairway.forms.Edition.EvidenceSlot;
import fairway.forms.Edition.FeeRule;
import fairway.forms.Edition.ReadPlace;
import fairway.forms.Edition.RuleNumber;
import fairway.forms.Edition.Source;
import fairway.forms.EditionReader.Given;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what an edition says about answers: checks, evidence, fees. */
final class LawReader {
    private final YamlFiles files;
    private final String folder;
    private final Conditions conditions;
    private final List<ReadPlace> places;

    LawReader(YamlFiles files, String folder, Conditions conditions, List<ReadPlace> places) {
        this.files = files;
        this.folder = folder;
        this.conditions = conditions;
        this.places = places;
    }

    List<CheckRule> checks() {
        var seen = new HashSet<String>();
        return files.find(folder + "/checks.yaml", Raw.Checks.class).map(Raw.Checks::checks).orElse(List.of()).stream()
                .map(raw -> check(raw, seen.add(raw.id())))
                .toList();
    }

    private CheckRule check(Raw.Check raw, boolean first) {
        var where = folder + "/checks.yaml " + raw.id();
        once(where, first);
        var args = new LinkedHashMap<String, Condition>();
        Given.or(raw.args(), Map.<String, String>of())
                .forEach((name, text) -> args.put(name, value(where + " args." + name, text, raw.each())));
        return new CheckRule(
                raw.id(),
                raw.level(),
                truth(where + " when", raw.when(), raw.each()),
                raw.at(),
                raw.each(),
                args,
                new Source(raw.source(), raw.read(), Given.yes(where, raw.confirmed(), false)));
    }

    List<EvidenceSlot> evidence() {
        var seen = new HashSet<String>();
        return files
                .find(folder + "/evidence.yaml", Raw.Evidence.class)
                .map(Raw.Evidence::evidence)
                .orElse(List.of())
                .stream()
                .map(raw -> slot(raw, seen.add(raw.id())))
                .toList();
    }

    private EvidenceSlot slot(Raw.Slot raw, boolean first) {
        var where = folder + "/evidence.yaml " + raw.id();
        once(where, first);
        return new EvidenceSlot(
                raw.id(),
                raw.official(),
                truth(where + " when", raw.when(), raw.each()),
                truth(where + " required", Given.or(raw.required(), "no"), raw.each()),
                Given.or(raw.min(), 1),
                Given.or(raw.max(), 10),
                raw.each(),
                raw.by(),
                new Source(raw.source(), raw.read(), Given.yes(where, raw.confirmed(), false)));
    }

    List<FeeRule> fees() {
        return files.find(folder + "/fees.yaml", Raw.Fees.class).map(Raw.Fees::fees).orElse(List.of()).stream()
                .map(raw -> new FeeRule(
                        raw.code(), raw.group(), truth(folder + "/fees.yaml " + raw.code(), raw.when(), null)))
                .toList();
    }

    private static void once(String where, boolean first) {
        if (!first) {
            throw new BadEdition(where, "the id stands there twice");
        }
    }

    private Condition truth(String where, String text, @Nullable String list) {
        return noted(where, conditions(where, list).truth(where, text, Condition.ALWAYS));
    }

    private Condition value(String where, String text, @Nullable String list) {
        return noted(where, conditions(where, list).value(where, text));
    }

    private Conditions conditions(String where, @Nullable String list) {
        if (list != null && !conditions.knowsList(list)) {
            throw new BadEdition(where, "each names no list: " + list);
        }
        return conditions.in(list);
    }

    private Condition noted(String where, Condition condition) {
        places.add(new ReadPlace(where, condition));
        return condition;
    }

    /** Reads the tables of an edition: rule numbers, categories, situations. */
    static final class Tables {
        private final YamlFiles files;
        private final String rulesFile;
        private final Raw.Categories categories;

        Tables(YamlFiles files, String folder) {
            this.files = files;
            this.rulesFile = folder + "/rules.yaml";
            this.categories = files.find(folder + "/categories.yaml", Raw.Categories.class)
                    .orElse(new Raw.Categories(List.of(), List.of()));
        }

        Map<String, RuleNumber> rules() {
            var rules = new LinkedHashMap<String, RuleNumber>();
            for (var rule :
                    files.find(rulesFile, Raw.Rules.class).map(Raw.Rules::rules).orElse(List.of())) {
                var rows = rule.values().stream()
                        .map(row -> new RuleNumber.Row(
                                row.from(),
                                value(rule.id(), row.value()),
                                new Source(row.source(), row.read(), Given.yes(rulesFile, row.confirmed(), false))))
                        .toList();
                if (rows.isEmpty() || rules.put(rule.id(), new RuleNumber(rule.id(), rows)) != null) {
                    throw new BadEdition(rulesFile, rule.id() + " has no value or stands there twice");
                }
            }
            return rules;
        }

        private Object value(String id, Object written) {
            if (written instanceof Number number) {
                return number.longValue();
            }
            try {
                return LocalDate.parse(written.toString());
            } catch (DateTimeParseException e) {
                throw new BadEdition(rulesFile, id + " must be a whole number or a date, not " + written);
            }
        }

        List<Category> categories() {
            return categories.categories().stream()
                    .map(row -> new Category(
                            row.code(),
                            row.card(),
                            row.boxes(),
                            row.reasons(),
                            Set.copyOf(Given.or(row.tags(), List.of())),
                            Given.yes(row.code(), row.offered(), true),
                            new Source(row.source(), row.read(), Given.yes(row.code(), row.confirmed(), false))))
                    .toList();
        }

        List<Situation> situations() {
            return situations(categories.situations());
        }

        private static List<Situation> situations(@org.jspecify.annotations.Nullable List<Raw.SituationNode> nodes) {
            return Given.or(nodes, List.<Raw.SituationNode>of()).stream()
                    .map(node -> new Situation(
                            node.id(), situations(node.children()), Given.or(node.categories(), List.<String>of())))
                    .toList();
        }
    }
}
