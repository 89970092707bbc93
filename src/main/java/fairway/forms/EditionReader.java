package fairway.forms;

import fairway.forms.Edition.Law;
import fairway.forms.Edition.Proof;
import fairway.forms.Edition.ReadPlace;
import fairway.forms.Edition.Source;
import fairway.forms.LawReader.Tables;
import fairway.forms.Persona.Vector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one edition folder into an {@link Edition}, or says what is wrong with it. */
final class EditionReader {
    private final YamlFiles files;
    private final Map<String, String> facts;

    EditionReader(YamlFiles files) {
        this.files = files;
        this.facts = files.read("facts.yaml", Raw.Facts.class).facts();
    }

    Edition read(String folder) {
        var form = files.read(folder + "/form.yaml", Raw.Form.class);
        var header = header(folder, form);
        var tables = new Tables(files, folder);
        var categories = tables.categories();
        var situations = tables.situations();
        var rules = tables.rules();
        var raw = form.parts().stream()
                .map(name -> files.read(folder + "/parts/" + name + ".yaml", Raw.Part.class))
                .toList();
        var types = new Types(categories, situations);
        var context = context(folder, form, types);
        var places = new ArrayList<ReadPlace>();
        var sketch = new PartsReader(folder, types, facts, null, new ArrayList<>()).read(raw);
        var conditions = new Conditions(new Names(sketch, rules, categories, context));
        var parts = new PartsReader(folder, types, facts, conditions, places).read(raw);
        var lawReader = new LawReader(files, folder, conditions, places);
        var law = new Law(
                rules, categories, situations, lawReader.checks(), lawReader.evidence(), lawReader.fees(), context);
        var wording = wording(folder, form);
        var edition = new Edition(header, parts, law, proof(folder, form, places), wording);
        Flow.check(edition, folder);
        return edition;
    }

    private Header header(String folder, Raw.Form form) {
        if (!folder.equals(form.form() + "/" + form.edition())) {
            throw new BadEdition(folder + "/form.yaml", "does not belong in this folder");
        }
        var languages = new ArrayList<>(form.languages());
        languages.remove(form.officialLanguage());
        languages.addFirst(form.officialLanguage());
        return new Header(
                form.form(),
                form.edition(),
                form.number(),
                Given.yes(folder, form.released(), false),
                validity(folder + "/" + YamlFiles.VALIDITY),
                new Header.Notice(form.omb().number(), form.omb().expires(), form.burdenMinutes()),
                languages,
                Given.or(form.official(), Map.of()),
                Given.or(form.notAsked(), Map.of()),
                Set.copyOf(Given.or(form.notSupplied(), List.of())));
    }

    /** Nothing here may be left out: an edition is nobody's to file while it is not said from when, by what source, and how sure. */
    private Header.Validity validity(String file) {
        var raw = files.read(file, Raw.Validity.class);
        var source = new Source(
                Given.there(file, "source", raw.source()),
                Given.there(file, "read", raw.read()),
                Given.yes(file, Given.there(file, "confirmed", raw.confirmed()), false));
        var from = Given.there(file, "valid-from", raw.validFrom());
        if (raw.acceptUntil() != null && !raw.acceptUntil().isAfter(from)) {
            throw new BadEdition(file, "accept-until must come after valid-from");
        }
        return new Header.Validity(from, raw.acceptUntil(), source);
    }

    private static Map<String, ItemType> context(String folder, Raw.Form form, Types types) {
        var context = new LinkedHashMap<String, ItemType>();
        for (var item : Given.or(form.context(), List.<Raw.Item>of())) {
            context.put(item.id(), types.type(folder + "/form.yaml context." + item.id(), item));
        }
        return context;
    }

    private Proof proof(String folder, Raw.Form form, List<ReadPlace> places) {
        var personas = Given.or(form.personas(), List.<String>of()).stream()
                .map(name -> persona(files.read(folder + "/personas/" + name + ".yaml", Raw.PersonaFile.class)))
                .toList();
        var vectors =
                files
                        .find(folder + "/vectors.yaml", Raw.Vectors.class)
                        .map(Raw.Vectors::vectors)
                        .orElse(List.of())
                        .stream()
                        .map(EditionReader::vector)
                        .toList();
        var seal = new Edition.Seal(files.fingerprint(folder), files.releasedAs(folder));
        return new Proof(personas, vectors, List.copyOf(places), seal);
    }

    private static Persona persona(Raw.PersonaFile raw) {
        var expect = new Persona.Expect(
                raw.expect().pages(),
                Given.or(raw.expect().checks(), List.of()),
                Given.or(raw.expect().evidence(), List.of()),
                Given.or(raw.expect().fees(), List.of()));
        return new Persona(
                raw.id(), raw.about(), raw.today(), Given.or(raw.context(), Map.of()), raw.answers(), expect);
    }

    private static Vector vector(Raw.VectorRow raw) {
        var papers = Given.or(raw.evidence(), new Raw.Asked(null, null));
        var expect = new Vector.Outcomes(
                Given.or(raw.fires(), List.of()),
                Given.or(raw.silent(), List.of()),
                raw.fees(),
                Given.or(papers.asked(), List.of()),
                Given.or(papers.not(), List.of()));
        return new Vector(
                raw.base(), raw.today(), Given.or(raw.change(), Map.of()), Given.or(raw.context(), Map.of()), expect);
    }

    private Wording wording(String folder, Raw.Form form) {
        var patterns = new LinkedHashMap<String, Map<String, String>>();
        for (var language : form.languages()) {
            patterns.put(language, flat(files, folder + "/text." + language + ".yaml"));
        }
        return new Wording(patterns);
    }

    /** A text file as dotted keys, however it is nested. */
    static Map<String, String> flat(YamlFiles files, String file) {
        var flat = new LinkedHashMap<String, String>();
        flatten(file, "", files.read(file, Map.class), flat);
        return flat;
    }

    private static void flatten(String file, String prefix, Map<?, ?> nested, Map<String, String> into) {
        nested.forEach((name, value) -> {
            var key = prefix + name;
            if (value instanceof Map<?, ?> deeper) {
                flatten(file, key + ".", deeper, into);
            } else if (into.put(key, Objects.toString(value, "")) != null) {
                throw new BadEdition(file, "text given twice: " + key);
            }
        });
    }

    /** Small words of the files. */
    static final class Given {
        private Given() {}

        static <T> T or(@Nullable T value, T otherwise) {
            return value == null ? otherwise : value;
        }

        static <T> T there(String where, String key, @Nullable T value) {
            if (value == null) {
                throw new BadEdition(where, key + " is missing");
            }
            return value;
        }

        static boolean yes(String where, @Nullable String word, boolean otherwise) {
            if (word == null) {
                return otherwise;
            }
            return switch (word) {
                case "yes", "true" -> true;
                case "no", "false" -> false;
                default -> throw new BadEdition(where, "write yes or no, not " + word);
            };
        }
    }
}
