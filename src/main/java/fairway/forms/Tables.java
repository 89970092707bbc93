package fairway.forms;

import fairway.forms.EditionReader.Given;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the tables of an edition: rule numbers, categories, situations. */
final class Tables {
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
