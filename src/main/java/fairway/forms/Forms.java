package fairway.forms;

import fairway.forms.Because.Reason;
import fairway.forms.Display.SharedChoices;
import fairway.forms.Reading.Unreadable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** The forms of this installation: editions as data, and everything that follows from answers; holds no answers itself. */
public final class Forms {
    private final Supplier<Shelf> shelf;
    private final boolean acceptUnconfirmed;

    private Forms(Supplier<Shelf> shelf, boolean acceptUnconfirmed) {
        this.shelf = shelf;
        this.acceptUnconfirmed = acceptUnconfirmed;
    }

    /** All editions, the words they share, and the levels this installation sets. */
    private record Shelf(List<Edition> editions, Wording shared, Levels levels) {}

    /**
     * What an installation decides about its forms.
     *
     * @param levels lines such as {@code i-765 I765-32 TIP}
     * @param acceptUnconfirmed whether forms can be filed on editions that the agency has not confirmed
     */
    public record House(List<String> levels, boolean acceptUnconfirmed) {
        public House {
            levels = List.copyOf(levels);
        }
    }

    /** The editions inside the product. */
    public static Forms bundled() {
        var shelf = read(YamlFiles.bundled(), List.of());
        return new Forms(() -> shelf, false);
    }

    /** The same, read and checked by the executor beside other work; who asks earlier waits. */
    public static Forms bundled(Executor executor, House house) {
        return later(YamlFiles.bundled(), executor, house);
    }

    /** The editions in a folder, for authors and tests. */
    public static Forms in(Path folder, String... levels) {
        var shelf = read(YamlFiles.in(folder), List.of(levels));
        return new Forms(() -> shelf, false);
    }

    static Forms later(YamlFiles files, Executor executor, House house) {
        var shelf = new CompletableFuture<Shelf>();
        executor.execute(() -> {
            try {
                shelf.complete(read(files, house.levels()));
            } catch (Level.Refused refused) {
                shelf.completeExceptionally(refused);
            } catch (RuntimeException | Error broken) {
                shelf.completeExceptionally(broken);
                throw broken;
            }
        });
        return new Forms(() -> waitFor(shelf), house.acceptUnconfirmed());
    }

    private static Shelf waitFor(CompletableFuture<Shelf> shelf) {
        try {
            return shelf.join();
        } catch (CompletionException failed) {
            throw switch (failed.getCause()) {
                case BadEdition broken -> broken;
                case Level.Refused refused -> refused;
                case null, default -> failed;
            };
        }
    }

    /**
     * Waits until every edition is read and checked; throws {@link BadEdition} if one is broken, {@link Level.Refused} if
     * the levels set cannot be.
     */
    public void ready() {
        Objects.requireNonNull(shelf.get());
    }

    private static Shelf read(YamlFiles files, List<String> levels) {
        var reader = new EditionReader(files);
        var editions = files.read("index.yaml", Raw.Index.class).editions().stream()
                .map(reader::read)
                .toList();
        var languages = new LinkedHashMap<String, Map<String, String>>();
        editions.stream()
                .flatMap(edition -> edition.header().languages().stream())
                .distinct()
                .forEach(language -> languages.put(language, EditionReader.flat(files, "types." + language + ".yaml")));
        return new Shelf(editions, new Wording(languages), Levels.read(levels, editions));
    }

    /** Every edition there is, released or not. */
    public List<Edition> all() {
        return shelf.get().editions();
    }

    public Edition edition(String form, String edition) {
        return all().stream()
                .filter(one -> one.header().folder().equals(form + "/" + edition))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("No edition " + form + "/" + edition));
    }

    /** The newest edition that is accepted on a day, released or still in the making; none of a form that has ended. */
    public Optional<Edition> current(String form, LocalDate today) {
        return all().stream()
                .filter(one -> one.header().form().equals(form) && one.header().accepts(today))
                .max(Comparator.comparing(one -> one.header().edition()));
    }

    /** What keeps a filing on this edition from being received here on a day. */
    public Optional<Header.Refusal> refusal(Edition edition, LocalDate day) {
        return edition.header().refusal(day, acceptUnconfirmed);
    }

    /** The released editions that are accepted on a day. */
    public List<Edition> released(LocalDate today) {
        return all().stream()
                .filter(one -> one.header().released() && one.header().accepts(today))
                .toList();
    }

    /**
     * Answers from the words typed, by path and box (the only box is empty; box {@code ~} says none, unknown or withheld).
     * Finished are the ids of saved pages, and {@code page[2]} for a saved instance of a list.
     */
    public Answers read(
            Edition edition, Map<String, Map<String, String>> typed, Set<String> finished, LocalDate today) {
        return new TypedWords(edition, today).read(typed, finished);
    }

    /** What of the typed words cannot be read, and why. */
    public List<Unreadable> unreadable(Edition edition, Map<String, Map<String, String>> typed, LocalDate today) {
        var words = new TypedWords(edition, today);
        words.read(typed, Set.of());
        return List.copyOf(words.unreadable());
    }

    public Journey journey(Edition edition, Answers answers, Facts facts) {
        return new Guide(new Walk(edition, answers, facts)).journey();
    }

    /** What the checks say, in the order of pages for gaps, then of the edition. */
    public List<Finding> checks(Edition edition, Answers answers, Facts facts) {
        return checker(edition, answers, facts).findings();
    }

    /** The papers that are asked for. */
    public List<Need> needed(Edition edition, Answers answers, Facts facts) {
        return checker(edition, answers, facts).needs();
    }

    public Fees fees(Edition edition, Answers answers, Facts facts) {
        return checker(edition, answers, facts).fees();
    }

    private Wording shared() {
        return shelf.get().shared();
    }

    private Checker checker(Edition edition, Answers answers, Facts facts) {
        return new Checker(new Walk(edition, answers, facts), shelf.get().levels());
    }

    /** The answers as they are signed and filed: without our own questions and what is no longer asked. */
    public CanonicalFiling canonical(Edition edition, Answers answers, Facts facts) {
        return new Filed(edition).canonical(new Walk(edition, answers, facts));
    }

    /** Filed answers, read back from their canonical form. */
    public Answers filed(Edition edition, String canonicalJson) {
        return new Filed(edition).read(canonicalJson);
    }

    /** Filed answers in words, in the order of the form. */
    public List<FiledRow> rows(Edition edition, String canonicalJson, Locale locale) {
        var answers = filed(edition, canonicalJson);
        var rows = new ArrayList<FiledRow>();
        edition.items().filter(item -> !item.isList()).forEach(item -> {
            var numbers = item.list() == null ? List.of(0) : answers.numbers(item.list());
            for (var number : numbers) {
                var path = item.path(number);
                if (answers.items().containsKey(path)) {
                    var page = edition.pageOf(path).orElseThrow().id();
                    var words = shown(edition, item, answers.of(path), locale);
                    rows.add(new FiledRow(item, path, page, label(edition, item, locale), words));
                }
            }
        });
        return rows;
    }

    /** An answer in words. */
    public String shown(Edition edition, Item item, Answer answer, Locale locale) {
        return new Display(edition, shared(), locale).answer(item, answer);
    }

    /** What can be chosen for an item, in the order to show it. */
    public List<Choice> choices(Edition edition, Item item, Locale locale) {
        return new Display(edition, shared(), locale).options(item);
    }

    /** What can be chosen in a box of an address: {@code state}, {@code country} or {@code unit_type}. */
    public List<Choice> choices(String box, Locale locale) {
        return SharedChoices.of(shared(), box, locale);
    }

    /** A text that all forms share, such as the label of a box ({@code type.box.family}). */
    public String text(String key, Locale locale) {
        return shared().text(locale, key, Map.of());
    }

    public String label(Edition edition, Item item, Locale locale) {
        return edition.text(locale, item.key() + ".label");
    }

    /** A text of the edition, or one that all forms share; days among the arguments are written out. */
    public String text(Edition edition, String key, Map<String, Object> args, Locale locale) {
        var written = new HashMap<>(args);
        written.replaceAll(
                (_, arg) -> arg instanceof LocalDate day ? new Display(edition, shared(), locale).date(day) : arg);
        return edition.hasText(locale, key) ? edition.text(locale, key, written) : shared().text(locale, key, written);
    }

    /** What a finding says, in words. */
    public String message(Edition edition, Finding finding, Locale locale) {
        var args = new HashMap<>(finding.args());
        if (finding.path() != null) {
            edition.item(finding.path()).ifPresent(item -> args.put("question", label(edition, item, locale)));
        }
        return text(edition, finding.textKey(), args, locale);
    }

    /** The answers that decided something, in words. */
    public List<Reason> reasons(Edition edition, Answers answers, Because because, Locale locale) {
        var reasons = new ArrayList<Reason>();
        for (var path : because.paths()) {
            edition.item(path).ifPresent(item -> {
                var page = edition.pageOf(path).map(FormPage::id).orElse(null);
                var words = item.isList()
                        ? Integer.toString(answers.numbers(path).size())
                        : shown(edition, item, answers.of(path), locale);
                reasons.add(new Reason(path, page, label(edition, item, locale), words));
            });
        }
        return reasons;
    }
}
