package fairway.forms;

import java.util.HashSet;
import java.util.Set;

/** What must hold between the files of an edition: nothing is decided by a later question, every pointer points at something. */
final class Flow {
    private final Edition edition;
    private final String folder;
    private final Set<String> earlier = new HashSet<>();

    private Flow(Edition edition, String folder) {
        this.edition = edition;
        this.folder = folder;
    }

    static void check(Edition edition, String folder) {
        var flow = new Flow(edition, folder);
        flow.order();
        flow.pointers();
    }

    private void order() {
        for (var part : edition.parts()) {
            only("part " + part.id() + " show", part.show());
            for (var page : part.pages()) {
                only("page " + page.id() + " show", page.show());
                page.items().forEach(this::item);
                page.items().forEach(this::required);
            }
        }
    }

    private void item(Item item) {
        only("item " + item.key() + " show", item.show());
        item.fields().forEach(this::item);
        earlier.add(item.key());
    }

    private void required(Item item) {
        only("item " + item.key() + " required", item.required());
        item.fields().forEach(this::required);
    }

    private void only(String where, Condition condition) {
        for (var key : condition.reads()) {
            if (!earlier.contains(key)) {
                throw new BadEdition(
                        folder + "/parts " + where, "reads " + key + ", which is asked later: " + condition.text());
            }
        }
    }

    private void pointers() {
        for (var check : edition.checks()) {
            if (check.at() != null && edition.item(check.at()).isEmpty()) {
                throw new BadEdition(folder + "/checks.yaml " + check.id(), "at names no item: " + check.at());
            }
        }
        for (var slot : edition.evidence()) {
            var by = slot.by();
            if (by != null
                    && edition.item(by)
                            .filter(item -> !item.type().choices().isEmpty())
                            .isEmpty()) {
                throw new BadEdition(folder + "/evidence.yaml " + slot.id(), "by names no choice: " + by);
            }
        }
        var codes = edition.categories().stream().map(Category::code).toList();
        edition.situations().stream()
                .flatMap(Situation::all)
                .flatMap(situation -> situation.categories().stream())
                .filter(code -> !codes.contains(code))
                .findFirst()
                .ifPresent(code -> {
                    throw new BadEdition(folder + "/categories.yaml", "a situation leads to no category: " + code);
                });
    }
}
