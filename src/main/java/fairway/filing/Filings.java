package fairway.filing;

import fairway.forms.Answer;
import fairway.forms.Choice;
import fairway.forms.Edition;
import fairway.forms.FiledRow;
import fairway.forms.Forms;
import fairway.forms.Item;
import fairway.forms.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What was filed, and what is still a draft. */
@Component
public class Filings {
    /** The item that names the category applied for. */
    public static final String CATEGORY = "category";

    private static final Set<String> PERSON = Set.of("person.legal_name", "person.birth_date", "person.a_number");

    private final Forms forms;
    private final FilingTable filings;
    private final Packages packs;

    Filings(Forms forms, FilingTable filings, Packages packs) {
        this.forms = forms;
        this.filings = filings;
        this.packs = packs;
    }

    public Optional<Filing> find(UUID filing) {
        return filings.find(filing).flatMap(row -> packs.find(row.packageId()).map(pack -> filing(row, pack)));
    }

    /** What this account has filed, the oldest first. */
    public List<UUID> of(UUID account) {
        return filings.of(account).stream().map(FilingTable.Row::id).toList();
    }

    private Filing filing(FilingTable.Row row, Pack pack) {
        var content = pack.content();
        return new Filing(
                row.id(),
                row.account(),
                content.form(),
                content.edition().toString(),
                row.receivedAt(),
                content.sha256(),
                content.key(),
                content.signature().by().applicant(),
                content.language());
    }

    /** The answers as filed, in words, by the parts of the form; empty where there is no such filing. */
    public FiledAnswers answersOf(UUID filing, Locale language) {
        return filings.find(filing)
                .flatMap(row -> packs.find(row.packageId()))
                .map(pack -> answers(pack, language))
                .orElseGet(() -> new FiledAnswers(List.of()));
    }

    private FiledAnswers answers(Pack pack, Locale wanted) {
        var edition = edition(pack);
        var language = edition.language(wanted);
        var sections = new LinkedHashMap<String, List<FiledAnswers.Row>>();
        for (var row : forms.rows(edition, pack.content().canonical(), language)) {
            var part = edition.page(row.page()).orElseThrow().part();
            sections.computeIfAbsent(edition.text(language, "part." + part), any -> new ArrayList<>())
                    .add(new FiledAnswers.Row(
                            number(row),
                            row.label(),
                            row.answer(),
                            row.path(),
                            row.item().traits().sensitivity() == Item.Sensitivity.HIGH));
        }
        return new FiledAnswers(sections.entrySet().stream()
                .map(entry -> new FiledAnswers.Section(entry.getKey(), entry.getValue()))
                .toList());
    }

    private static String number(FiledRow row) {
        return row.item().official().stream().collect(Collectors.joining(", "));
    }

    /** What the checks said to officers alone when it was signed. */
    public List<String> remarksOf(UUID filing, Locale wanted) {
        return filings.find(filing)
                .flatMap(row -> packs.find(row.packageId()))
                .map(pack -> {
                    var language = edition(pack).language(wanted).getLanguage();
                    return pack.owed().remarks().stream()
                            .map(remark -> remark.words().getOrDefault(language, remark.check()))
                            .toList();
                })
                .orElse(List.of());
    }

    /** The eligibility category that was filed for; empty where the form has none. */
    public String categoryOf(UUID filing) {
        return filings.find(filing)
                .flatMap(row -> packs.find(row.packageId()))
                .map(pack ->
                        forms.filed(edition(pack), pack.content().canonical()).of(CATEGORY)
                                        instanceof Answer.Known(Value.Text(var code), var _)
                                ? code
                                : "")
                .orElse("");
    }

    /** Who the applicant is as filed, in English words by names of facts; days as {@code 1990-12-04}. */
    public Map<String, String> personOf(UUID filing) {
        return filings.find(filing)
                .flatMap(row -> packs.find(row.packageId()))
                .map(this::person)
                .orElse(Map.of());
    }

    private Map<String, String> person(Pack pack) {
        var edition = edition(pack);
        var answers = forms.filed(edition, pack.content().canonical());
        var person = new HashMap<String, String>();
        edition.items()
                .filter(item -> item.list() == null
                        && PERSON.contains(String.valueOf(item.traits().fact())))
                .forEach(item -> {
                    var answer = answers.of(item.key());
                    if (answer instanceof Answer.Known(var value, var _)) {
                        person.putIfAbsent(
                                String.valueOf(item.traits().fact()),
                                value instanceof Value.Day(var day)
                                        ? day.toString()
                                        : forms.shown(edition, item, answer, Locale.ENGLISH));
                    }
                });
        return person;
    }

    /** Everybody's signature on a filing: of the applicant or who signed for them first, then interpreter and preparer. */
    public List<Signed> signaturesOf(UUID filing, Locale language) {
        return filings.find(filing)
                .flatMap(row -> packs.find(row.packageId()))
                .map(pack -> signatures(pack, language))
                .orElse(List.of());
    }

    private List<Signed> signatures(Pack pack, Locale wanted) {
        var signature = pack.content().signature();
        var signed = new ArrayList<Signed>();
        var own = signature.by().capacity().equals(Signer.SELF);
        signed.add(new Signed(
                own ? Signed.Role.APPLICANT : Signed.Role.GUARDIAN,
                signature.name(),
                own ? "" : capacity(pack, wanted),
                signature.by().relationship(),
                signature.at(),
                signature.text(),
                new Signed.Version(signature.textId(), signature.textVersion(), signature.textSha256())));
        for (var other : signature.declared()) {
            signed.add(new Signed(
                    Signed.Role.valueOf(other.who().toUpperCase(Locale.ROOT)),
                    other.name(),
                    "",
                    "",
                    other.at(),
                    other.text(),
                    new Signed.Version(other.textId(), other.textVersion(), other.textSha256())));
        }
        return signed;
    }

    private String capacity(Pack pack, Locale wanted) {
        var edition = edition(pack);
        return edition.items()
                .filter(item -> "signer.capacity".equals(item.traits().fact()))
                .flatMap(item -> forms.choices(edition, item, edition.language(wanted)).stream())
                .filter(choice ->
                        choice.key().equals(pack.content().signature().by().capacity()))
                .map(Choice::label)
                .findFirst()
                .orElse("");
    }

    private Edition edition(Pack pack) {
        return forms.edition(pack.content().form(), pack.content().edition().toString());
    }

    /** What each file slot of a filing is for, by the slot's name, in the order of the form. */
    public Map<String, String> slots(UUID filing, Collection<String> names, Locale wanted) {
        return filings.find(filing)
                .flatMap(row -> packs.find(row.packageId()))
                .map(pack -> slots(edition(pack), names, wanted))
                .orElse(Map.of());
    }

    private static Map<String, String> slots(Edition edition, Collection<String> names, Locale wanted) {
        var titles = new LinkedHashMap<String, String>();
        for (var slot : edition.evidence()) {
            var title = edition.text(edition.language(wanted), "evidence." + slot.id() + ".title");
            names.stream()
                    .filter(name -> name.replaceFirst("-\\d+$", "").equals(slot.id()))
                    .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                    .forEach(name -> titles.put(name, title));
        }
        return titles;
    }

    /** The canonical answers exactly as they were signed. */
    public Optional<byte[]> canonicalOf(UUID filing) {
        return filings.find(filing)
                .flatMap(row -> packs.find(row.packageId()))
                .map(pack -> pack.content().canonical().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
