package fairway.filing;

import fairway.drafts.FactSource;
import fairway.drafts.Opened;
import fairway.filing.Signer.LegalName;
import fairway.forms.Answer;
import fairway.forms.Answers;
import fairway.forms.Edition;
import fairway.forms.Forms;
import fairway.forms.Item;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Whether a draft says something else about its person than the account’s earlier filings about the same person. */
@Component
class EarlierFilings implements FactSource {
    private static final String FACT = "differs_from_other_forms";
    private static final String NAME = "person.legal_name";
    private static final String NUMBER = "person.a_number";
    private static final List<String> COMPARED = List.of(NAME, NUMBER, "person.birth_date", "person.citizenship");
    private final Forms forms;
    private final FilingTable filings;
    private final Packages packs;

    EarlierFilings(Forms forms, FilingTable filings, Packages packs) {
        this.forms = forms;
        this.filings = filings;
        this.packs = packs;
    }

    @Override
    public Set<String> names() {
        return Set.of(FACT);
    }

    @Override
    public Map<String, Object> of(Opened draft) {
        var now = said(draft.edition(), draft.answers());
        var earlier = filings.of(draft.draft().account()).stream()
                .flatMap(row -> packs.find(row.packageId()).stream())
                .map(this::said)
                .filter(then -> samePerson(now, then))
                .toList();
        return earlier.isEmpty() ? Map.of() : Map.of(FACT, earlier.stream().anyMatch(then -> differs(now, then)));
    }

    private Map<String, Set<String>> said(Pack pack) {
        var edition =
                forms.edition(pack.content().form(), pack.content().edition().toString());
        return said(edition, forms.filed(edition, pack.content().canonical()));
    }

    /** A parent files for children, too: another name and another number is another person. */
    private static boolean samePerson(Map<String, Set<String>> now, Map<String, Set<String>> then) {
        return same(now, then, NAME) || same(now, then, NUMBER);
    }

    private static boolean same(Map<String, Set<String>> now, Map<String, Set<String>> then, String fact) {
        return now.containsKey(fact) && now.get(fact).equals(then.get(fact));
    }

    private static boolean differs(Map<String, Set<String>> now, Map<String, Set<String>> then) {
        return COMPARED.stream()
                .filter(fact -> now.containsKey(fact) && then.containsKey(fact))
                .anyMatch(fact -> !same(now, then, fact));
    }

    /** Without what was not answered; several items may ask for the same fact. */
    private Map<String, Set<String>> said(Edition edition, Answers answers) {
        var said = new HashMap<String, Set<String>>();
        edition.items()
                .filter(item -> COMPARED.contains(String.valueOf(item.traits().fact())))
                .forEach(item -> {
                    var words = words(edition, answers, item);
                    if (!words.isEmpty()) {
                        said.computeIfAbsent(String.valueOf(item.traits().fact()), any -> new HashSet<>())
                                .addAll(words);
                    }
                });
        return said;
    }

    private Set<String> words(Edition edition, Answers answers, Item item) {
        var numbers = item.list() == null
                ? IntStream.of(0)
                : answers.numbers(item.list()).stream().mapToInt(n -> n);
        return numbers.mapToObj(item::path)
                .map(answers::of)
                .filter(Answer.Known.class::isInstance)
                .map(answer -> LegalName.fold(forms.shown(edition, item, answer, Locale.ENGLISH)))
                .collect(Collectors.toSet());
    }
}
