package fairway.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** All answers of one draft or filing; pages in {@code finished} were saved by the person, so what is blank there is meant. */
public record Answers(Map<String, Answer> items, Map<String, Numbers> lists, Set<String> finished) {
    public static final Answers NONE = new Answers(Map.of(), Map.of(), Set.of());

    /** The instances of a list, each with a number that is never used twice. */
    public record Numbers(List<Integer> inUse, int next) {
        public Numbers {
            inUse = List.copyOf(inUse);
        }
    }

    public Answers {
        items = Map.copyOf(items);
        lists = Map.copyOf(lists);
        finished = Set.copyOf(finished);
    }

    public Answer of(String path) {
        return items.getOrDefault(path, Answer.Unanswered.BLANK);
    }

    public Answers with(String path, Answer answer) {
        return withAll(Map.of(path, answer));
    }

    public Answers withAll(Map<String, Answer> answers) {
        var changed = new HashMap<>(items);
        answers.forEach((path, answer) -> {
            if (answer.equals(Answer.Unanswered.BLANK)) {
                changed.remove(path);
            } else {
                changed.put(path, answer);
            }
        });
        return new Answers(changed, lists, finished);
    }

    public List<Integer> numbers(String list) {
        return lists.getOrDefault(list, new Numbers(List.of(), 1)).inUse();
    }

    /** The number the next instance of a list gets. */
    public int nextNumber(String list) {
        return lists.getOrDefault(list, new Numbers(List.of(), 1)).next();
    }

    /** With one more instance, still without answers. */
    public Answers add(String list) {
        return add(list, nextNumber(list));
    }

    Answers add(String list, int number) {
        var numbers = new ArrayList<>(numbers(list));
        if (!numbers.contains(number)) {
            numbers.add(number);
        }
        return with(list, new Numbers(numbers, Math.max(nextNumber(list), number + 1)));
    }

    public Answers remove(String list, int number) {
        var numbers = new ArrayList<>(numbers(list));
        numbers.removeIf(one -> one == number);
        var prefix = list + "[" + number + "].";
        var kept = new HashMap<>(items);
        kept.keySet().removeIf(path -> path.startsWith(prefix));
        return new Answers(kept, lists, finished).with(list, new Numbers(numbers, nextNumber(list)));
    }

    private Answers with(String list, Numbers numbers) {
        var changed = new HashMap<>(lists);
        changed.put(list, numbers);
        return new Answers(items, changed, finished);
    }

    public boolean isFinished(String page) {
        return finished.contains(page);
    }

    public Answers finish(String page) {
        var changed = new HashSet<>(finished);
        changed.add(page);
        return new Answers(items, lists, changed);
    }

    public Answers reopen(String page) {
        var changed = new HashSet<>(finished);
        changed.remove(page);
        return new Answers(items, lists, changed);
    }

    /** Only what belongs to one page. */
    public Answers onPage(FormPage page) {
        var keys = new HashSet<String>();
        page.items().forEach(item -> {
            keys.add(item.key());
            item.fields().forEach(field -> keys.add(field.key()));
        });
        var here = new HashMap<>(items);
        here.keySet().removeIf(path -> !keys.contains(Paths.key(path)));
        var numbers = new HashMap<>(lists);
        numbers.keySet().retainAll(keys);
        return new Answers(here, numbers, finished.contains(page.id()) ? Set.of(page.id()) : Set.of());
    }

    /** These, and the others over them. */
    public Answers merge(Answers others) {
        var all = new HashMap<>(items);
        all.putAll(others.items);
        var numbers = new HashMap<>(lists);
        numbers.putAll(others.lists);
        var pages = new HashSet<>(finished);
        pages.addAll(others.finished);
        return new Answers(all, numbers, pages);
    }

    /** Spelling of answer paths: {@code list[2].field}. */
    static final class Paths {
        private static final Pattern INSTANCE = Pattern.compile("\\[\\d+]");

        private Paths() {}

        static String key(String path) {
            return path.indexOf('[') < 0 ? path : INSTANCE.matcher(path).replaceAll("");
        }

        static boolean isInstance(String path) {
            return path.indexOf('[') >= 0;
        }

        static String list(String path) {
            return path.substring(0, path.indexOf('['));
        }

        static int instance(String path) {
            return Integer.parseInt(path.substring(path.indexOf('[') + 1, path.indexOf(']')));
        }
    }
}
