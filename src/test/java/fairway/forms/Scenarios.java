package fairway.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Makes complete answers that cover every pair of choices, with seeded values at the edges elsewhere. */
final class Scenarios {
    private static final int MOST = 6000;

    private final Edition edition;
    private final LocalDate today;
    private final Random random;
    private final List<Item> choosing;
    private final int[] firstValue;
    private final int values;
    private final BitSet open = new BitSet();

    Scenarios(Edition edition, LocalDate today, long seed) {
        this.edition = edition;
        this.today = today;
        this.random = new Random(seed);
        this.choosing = edition.items()
                .filter(item -> item.list() == null && !choices(item).isEmpty())
                .toList();
        this.firstValue = new int[choosing.size()];
        int count = 0;
        for (int i = 0; i < firstValue.length; i++) {
            firstValue[i] = count;
            count += choices(choosing.get(i)).size();
        }
        this.values = count;
        for (int i = 0; i < firstValue.length; i++) {
            for (int x = firstValue[i]; x < next(i); x++) {
                open.set(x * values + next(i), (x + 1) * values);
            }
        }
    }

    private static List<String> choices(Item item) {
        return switch (item.type().kind()) {
            case YES_NO -> List.of("yes", "no");
            case CHOICE, CATEGORY, SITUATION -> item.type().choices();
            default -> List.of();
        };
    }

    private int next(int item) {
        return item + 1 < firstValue.length ? firstValue[item + 1] : values;
    }

    private int pair(int x, int y) {
        return Math.min(x, y) * values + Math.max(x, y);
    }

    private int itemOf(int value) {
        var found = Arrays.binarySearch(firstValue, value);
        return found >= 0 ? found : -found - 2;
    }

    /** Typed words of complete filings until every pair was chosen once. */
    List<Map<String, Map<String, String>>> all() {
        var all = new ArrayList<Map<String, Map<String, String>>>();
        do {
            all.add(words(choose()));
        } while (!open.isEmpty() && all.size() < MOST);
        return all;
    }

    private Map<String, String> choose() {
        var chosen = new int[firstValue.length];
        Arrays.fill(chosen, -1);
        var wanted = open.nextSetBit(0);
        if (wanted >= 0) {
            chosen[itemOf(wanted / values)] = wanted / values;
            chosen[itemOf(wanted % values)] = wanted % values;
        }
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = chosen[i] >= 0 ? chosen[i] : best(i, chosen);
        }
        for (int x : chosen) {
            for (int y : chosen) {
                open.clear(pair(x, y));
            }
        }
        var words = new HashMap<String, String>();
        for (int i = 0; i < chosen.length; i++) {
            var item = choosing.get(i);
            words.put(item.key(), choices(item).get(chosen[i] - firstValue[i]));
        }
        return words;
    }

    private int best(int item, int[] chosen) {
        int best = firstValue[item];
        long most = -1;
        for (int i = 0; i < 3; i++) {
            var value = firstValue[item] + random.nextInt(next(item) - firstValue[item]);
            var gained = Arrays.stream(chosen)
                    .filter(other -> other >= 0 && open.get(pair(value, other)))
                    .count();
            if (gained > most) {
                most = gained;
                best = value;
            }
        }
        return best;
    }

    private Map<String, Map<String, String>> words(Map<String, String> chosen) {
        var words = new HashMap<String, Map<String, String>>();
        edition.items().filter(item -> item.list() == null).forEach(item -> {
            if (item.isList()) {
                var most = Math.min(item.type().max(), item.type().min() + 2);
                var size =
                        item.type().min() + random.nextLong(most - item.type().min() + 1);
                for (int number = 1; number <= size; number++) {
                    for (var field : item.fields()) {
                        words.put(field.path(number), value(field));
                    }
                }
            } else {
                var choice = chosen.get(item.key());
                words.put(item.key(), choice == null ? value(item) : Map.of("", choice));
            }
        });
        return words;
    }

    private Map<String, String> value(Item item) {
        var says = List.copyOf(item.traits().says());
        if (!says.isEmpty() && random.nextInt(4) == 0) {
            return Map.of(TypedWords.SAID, TypedWords.word(says.getFirst()));
        }
        if (item.required().text().equals("false") && random.nextInt(3) == 0) {
            return Map.of("", "");
        }
        return edge(item);
    }

    private Map<String, String> edge(Item item) {
        var type = item.type();
        return switch (type.kind()) {
            case TEXT -> Map.of("", type.pattern() == null ? "A".repeat((int) Math.max(1, type.min())) : "12345");
            case LONGTEXT ->
                Map.of("", "Because. ".repeat(20).substring(0, (int) Math.max(10, Math.min(100, type.min()))));
            case NAME -> random.nextBoolean() ? Map.of("family", "Núñez") : Map.of("family", "O’Brien", "given", "Ana");
            case SIGNATURE -> Map.of("name", "Ana Núñez");
            case US_ADDRESS -> home();
            case ADDRESS -> random.nextBoolean() ? with(home(), "US") : with(abroad(), "SV");
            case FOREIGN_ADDRESS -> with(abroad(), "HN");
            case PHONE_US, PHONE_ANY -> Map.of("", "202-555-0123");
            case EMAIL -> Map.of("", "ana@example.org");
            case A_NUMBER -> Map.of("", "A123456789");
            case OAN -> Map.of("", "123456789012");
            case SSN -> Map.of("", "219-09-9999");
            case I94 -> Map.of("", "123456789A1");
            case RECEIPT -> Map.of("", "ZZZ1234567890");
            case PASSPORT -> Map.of("", "X1234567");
            case SEVIS -> Map.of("", "N0012345678");
            case DATE -> date(item);
            case MONEY -> Map.of("", random.nextBoolean() ? "0" : "1000000".substring(0, 1 + random.nextInt(6)));
            case INT ->
                Map.of("", Long.toString(random.nextBoolean() ? Math.max(0, type.min()) : Math.min(9, type.max())));
            case STATE -> Map.of("", "CA");
            case COUNTRY ->
                Map.of(
                        "",
                        random.nextBoolean()
                                ? "SV"
                                : type.choices()
                                        .get(random.nextInt(type.choices().size())));
            case YES_NO -> Map.of("", random.nextBoolean() ? "yes" : "no");
            case CHOICE, CATEGORY, SITUATION ->
                Map.of("", type.choices().get(random.nextInt(type.choices().size())));
            case MULTI ->
                Map.of(
                        "",
                        type.choices().stream().limit(Math.max(1, type.min())).collect(Collectors.joining(" ")));
            case LIST -> throw new IllegalArgumentException("a list in a list");
        };
    }

    private Map<String, String> date(Item item) {
        var steps = new ArrayList<>(List.of(0L, 1L, 30L, 90L, 365L, 5000L, 9000L));
        edition.rules().values().forEach(rule -> {
            if (rule.on(today).value() instanceof Long days && days < 4000) {
                steps.addAll(List.of(days - 1, days, days + 1));
            }
        });
        var step = steps.get(random.nextInt(steps.size()));
        var past = item.type().has(ItemType.Option.PAST)
                || (!item.type().has(ItemType.Option.FUTURE) && random.nextBoolean());
        var date = past ? today.minusDays(Math.max(0, step)) : today.plusDays(Math.max(0, step));
        return Rehearsal.boxes(item, date.toString());
    }

    private static Map<String, String> home() {
        return Map.of("street", "1 Main St", "city", "Reno", "state", "NV", "zip", "89501");
    }

    private static Map<String, String> abroad() {
        return Map.of("street", "Calle 1", "city", "Lima");
    }

    private static Map<String, String> with(Map<String, String> boxes, String country) {
        var all = new HashMap<>(boxes);
        all.put("country", country);
        return all;
    }
}
