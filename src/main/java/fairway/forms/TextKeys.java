package fairway.forms;

import fairway.forms.Edition.EvidenceSlot;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The texts an edition must have and may have. */
final class TextKeys {
    private final Set<String> required = new LinkedHashSet<>();
    private final Set<String> optional = new LinkedHashSet<>();

    TextKeys(Edition edition) {
        must("form.title");
        may("form.short", "form.purpose", "form.intro");
        for (var part : edition.parts()) {
            must("part." + part.id());
            may("part." + part.id() + ".intro");
            part.pages().forEach(page -> {
                must("page." + page.id() + ".title");
                may("page." + page.id() + ".intro");
            });
        }
        edition.items().forEach(this::item);
        edition.categories().forEach(category -> {
            must("category." + category.code() + ".meaning", "category." + category.code() + ".proof");
            may("category." + category.code() + ".note");
        });
        edition.situations().stream().flatMap(Situation::all).forEach(situation -> {
            must("situation." + situation.id() + ".label");
            may("situation." + situation.id() + ".help");
        });
        edition.checks().forEach(check -> must(check.textKey()));
        edition.evidence().forEach(slot -> slot(edition, slot));
        edition.fees().forEach(fee -> must(fee.textKey()));
    }

    private void item(Item item) {
        var key = item.key();
        must(key + ".label");
        may(key + ".help", key + ".why", key + ".hint");
        switch (item.type().kind()) {
            case CHOICE, MULTI ->
                item.type().choices().forEach(choice -> {
                    must(key + ".choice." + choice);
                    may(key + ".choice." + choice + ".hint", key + ".hint." + choice);
                });
            case YES_NO -> may(key + ".choice.yes", key + ".choice.no");
            case LIST -> may(key + ".one", key + ".add", key + ".empty");
            case NAME, ADDRESS, US_ADDRESS, FOREIGN_ADDRESS, DATE, SIGNATURE ->
                item.type().boxes().forEach(box -> may(key + ".box." + box));
            case TEXT,
                    LONGTEXT,
                    PHONE_US,
                    PHONE_ANY,
                    EMAIL,
                    A_NUMBER,
                    OAN,
                    SSN,
                    I94,
                    RECEIPT,
                    PASSPORT,
                    SEVIS,
                    MONEY,
                    INT,
                    STATE,
                    COUNTRY,
                    CATEGORY,
                    SITUATION -> {}
        }
    }

    private void slot(Edition edition, EvidenceSlot slot) {
        var key = "evidence." + slot.id();
        must(key + ".title");
        may(key + ".help");
        var by = slot.by();
        var values = by == null ? null : edition.item(by).orElseThrow().type();
        if (values == null || values.kind() != Kind.CATEGORY) {
            must(key + ".counts");
        } else {
            may(key + ".counts");
        }
        if (values != null) {
            values.choices().forEach(value -> may(key + ".counts." + value));
        }
    }

    private void must(String... keys) {
        required.addAll(List.of(keys));
    }

    private void may(String... keys) {
        optional.addAll(List.of(keys));
    }

    Set<String> required() {
        return required;
    }

    boolean knows(String key) {
        return required.contains(key) || optional.contains(key) || key.contains(".error.");
    }
}
