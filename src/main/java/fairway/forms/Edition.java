package fairway.forms;

import fairway.forms.Answers.Paths;
import fairway.forms.Persona.Vector;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One dated edition of one form, read, checked and immutable; {@link Forms} evaluates it. */
public final class Edition {
    private final Header header;
    private final List<FormPart> parts;
    private final Law law;
    private final Proof proof;
    private final Wording wording;
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Map<String, FormPage> pages = new LinkedHashMap<>();
    private final Map<String, FormPage> pageOfItem = new LinkedHashMap<>();

    /** What the edition takes from law: numbers, categories, checks, evidence and fees. */
    record Law(
            Map<String, RuleNumber> rules,
            List<Category> categories,
            List<Situation> situations,
            List<CheckRule> checks,
            List<EvidenceSlot> evidence,
            List<FeeRule> fees,
            Map<String, ItemType> context) {}

    /** What proves the edition right. */
    record Proof(List<Persona> personas, List<Vector> vectors, List<ReadPlace> places, Seal seal) {}

    /** The fingerprint of the files as they are, and as they were when released. */
    record Seal(String found, String released) {}

    /** A condition and what it reads, for the analyser. */
    record ReadPlace(String where, Condition condition) {}

    Edition(Header header, List<FormPart> parts, Law law, Proof proof, Wording wording) {
        this.header = header;
        this.parts = List.copyOf(parts);
        this.law = law;
        this.proof = proof;
        this.wording = wording;
        this.parts.stream().flatMap(part -> part.pages().stream()).forEach(this::index);
    }

    private void index(FormPage page) {
        pages.put(page.id(), page);
        for (var item : page.items()) {
            items.put(item.key(), item);
            pageOfItem.put(item.key(), page);
            for (var field : item.fields()) {
                items.put(field.key(), field);
                pageOfItem.put(field.key(), page);
            }
        }
    }

    public Header header() {
        return header;
    }

    /** The wanted language where the edition has it, else the official one. */
    public Locale language(Locale wanted) {
        return header.languages().contains(wanted.getLanguage()) ? wanted : Locale.of(header.officialLanguage());
    }

    public List<FormPart> parts() {
        return parts;
    }

    public Stream<FormPage> pages() {
        return pages.values().stream();
    }

    public Optional<FormPage> page(String id) {
        return Optional.ofNullable(pages.get(id));
    }

    /** Every item and every field of a list, in page order. */
    public Stream<Item> items() {
        return items.values().stream();
    }

    /** By key ({@code applicant.other_names.name}) or by the path of an instance ({@code applicant.other_names[2].name}). */
    public Optional<Item> item(String keyOrPath) {
        return Optional.ofNullable(items.get(Paths.key(keyOrPath)));
    }

    public Optional<FormPage> pageOf(String keyOrPath) {
        return Optional.ofNullable(pageOfItem.get(Paths.key(keyOrPath)));
    }

    public List<Category> categories() {
        return law.categories();
    }

    public List<Situation> situations() {
        return law.situations();
    }

    public List<CheckRule> checks() {
        return law.checks();
    }

    public List<EvidenceSlot> evidence() {
        return law.evidence();
    }

    public List<FeeRule> fees() {
        return law.fees();
    }

    public List<Persona> personas() {
        return proof.personas();
    }

    public boolean hasText(Locale language, String key) {
        return wording.has(language, key);
    }

    public String text(Locale language, String key) {
        return text(language, key, Map.of());
    }

    public String text(Locale language, String key, Map<String, Object> arguments) {
        return wording.text(language, key, arguments);
    }

    Map<String, RuleNumber> rules() {
        return law.rules();
    }

    Map<String, ItemType> context() {
        return law.context();
    }

    /** Names of what it wants to know besides the answers. */
    public Set<String> facts() {
        return law.context().keySet();
    }

    Proof proof() {
        return proof;
    }

    Wording wording() {
        return wording;
    }

    @Override
    public String toString() {
        return header.folder();
    }

    /** A check as the edition declares it; {@link Finding} is what it says about answers. */
    public record CheckRule(
            String id,
            Level level,
            Condition when,
            @Nullable String at,
            @Nullable String each,
            Map<String, Condition> args,
            Source source) {

        public CheckRule {
            args = Map.copyOf(args);
        }

        public String textKey() {
            return "check." + id;
        }
    }

    /** A place for papers as the edition declares it; {@link Need} is one that is asked for. */
    public record EvidenceSlot(
            String id,
            @Nullable String official,
            Condition when,
            Condition required,
            int min,
            int max,
            @Nullable String each,
            @Nullable String by,
            Source source) {}

    /** A row that owes a fee code; what the code costs is the business of payments. */
    public record FeeRule(String code, @Nullable String group, Condition when) {
        public String textKey() {
            return "fee." + code + ".why";
        }
    }

    /** A number or date of law and the days from which each of its values holds. */
    public record RuleNumber(String id, List<Row> rows) {
        /** One value, a {@link Long} or a {@link LocalDate}, from one day on. */
        public record Row(LocalDate from, Object value, Source source) {}

        public RuleNumber {
            rows = List.copyOf(rows);
        }

        /** The row in force on a day; before the first one, the first. */
        public Row on(LocalDate day) {
            var inForce = rows.getFirst();
            for (var row : rows) {
                if (!row.from().isAfter(day)) {
                    inForce = row;
                }
            }
            return inForce;
        }
    }

    /** Where a rule comes from, when that was read, and whether someone answerable has confirmed it. */
    public record Source(@Nullable String text, @Nullable LocalDate read, boolean confirmed) {}
}
