package fairway.forms;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The levels an installation sets otherwise than its editions do; a check keeps its id from edition to edition. */
record Levels(Map<String, Map<String, Level>> byForm) {
    static final Levels AS_WRITTEN = new Levels(Map.of());
    static final String MISSING = "missing.";
    static final String UNREADABLE = "unreadable.";

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Set<String> SIGNED_AS = Set.of("person.legal_name", "signer.legal_name");

    /** Reads lines such as {@code i-765 I765-32 BLOCK}; refuses what no edition knows and what no filing can do without. */
    static Levels read(List<String> lines, List<Edition> editions) {
        var byForm = new HashMap<String, Map<String, Level>>();
        for (var line : lines) {
            var words = SPACES.split(line.strip(), -1);
            if (words.length != 3) {
                throw new Level.Refused(line, "write form, check and level, for example i-765 I765-32 TIP");
            }
            var form = editions.stream()
                    .filter(edition -> edition.header().form().equals(words[0]))
                    .toList();
            if (form.isEmpty()) {
                throw new Level.Refused(line, "there is no form " + words[0] + "; there is " + forms(editions));
            }
            var level = level(words[2])
                    .orElseThrow(() -> new Level.Refused(
                            line, "there is no level " + words[2] + "; there is " + Arrays.toString(Level.values())));
            check(line, form, words[1], level);
            if (byForm.computeIfAbsent(words[0], any -> new HashMap<>()).put(words[1], level) != null) {
                throw new Level.Refused(line, words[1] + " is set twice");
            }
        }
        return new Levels(byForm);
    }

    private static Set<String> forms(List<Edition> editions) {
        return editions.stream().map(edition -> edition.header().form()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<Level> level(String word) {
        return Arrays.stream(Level.values())
                .filter(level -> level.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    private static void check(String line, List<Edition> form, String id, Level level) {
        if (form.stream().noneMatch(edition -> has(edition, id))) {
            var ids = form.stream()
                    .flatMap(edition -> edition.checks().stream())
                    .map(Edition.CheckRule::id)
                    .collect(Collectors.toCollection(TreeSet::new));
            throw new Level.Refused(
                    line,
                    "there is no check " + id + "; there is " + MISSING + "… and " + UNREADABLE
                            + "… with the id of a question, and " + ids);
        }
        if (level == Level.OFFICE) {
            form.stream().flatMap(edition -> own(edition, id)).findFirst().ifPresent(item -> {
                throw new Level.Refused(
                        line,
                        id + " is not for officers: it reads " + item
                                + ", a question of our own, which they never see");
            });
        }
        if (level != Level.BLOCK) {
            form.stream()
                    .flatMap(edition -> needed(edition, id).stream())
                    .findFirst()
                    .ifPresent(why -> {
                        throw new Level.Refused(line, id + " stays " + Level.BLOCK + ": " + why);
                    });
        }
    }

    /** Our own questions that a check reads; their answers are not evidence. */
    private static Stream<String> own(Edition edition, String id) {
        var read = edition.checks().stream()
                .filter(check -> check.id().equals(id))
                .flatMap(check -> Stream.concat(Stream.of(check.when()), check.args().values().stream()))
                .flatMap(condition -> condition.reads().stream());
        var asked = Stream.of(MISSING, UNREADABLE).flatMap(kind -> item(edition, id, kind).stream());
        return Stream.concat(read.flatMap(key -> edition.item(key).stream()), asked)
                .filter(item -> item.traits().own())
                .map(Item::key);
    }

    private static boolean has(Edition edition, String id) {
        return edition.checks().stream().anyMatch(check -> check.id().equals(id))
                || item(edition, id, MISSING).isPresent()
                || item(edition, id, UNREADABLE).isPresent();
    }

    private static Optional<Item> item(Edition edition, String id, String kind) {
        return edition.items().filter(item -> id.equals(kind + item.key())).findFirst();
    }

    /** Why a filing cannot stand without this check. */
    private static Optional<String> needed(Edition edition, String id) {
        if (item(edition, id, UNREADABLE).isPresent()) {
            return Optional.of("words that cannot be read would be left out of what is signed");
        }
        return item(edition, id, MISSING).flatMap(item -> {
            if (item.type().kind() == Kind.SIGNATURE
                    || SIGNED_AS.contains(String.valueOf(item.traits().fact()))) {
                return Optional.of("without it nothing can be signed");
            }
            return edition.fees().stream().anyMatch(fee -> fee.when().reads().contains(item.key()))
                    ? Optional.of("the fee follows from it")
                    : Optional.empty();
        });
    }

    /** The level of a check of a form, which the edition gives as {@code own}. */
    Level of(Edition edition, String check, Level own) {
        return byForm.getOrDefault(edition.header().form(), Map.of()).getOrDefault(check, own);
    }
}
