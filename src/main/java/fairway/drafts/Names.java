package fairway.drafts;

import fairway.forms.FormPage;
import fairway.forms.Item;
import fairway.forms.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/** What inputs are called on a page, and which answers they become. */
final class Names {
    /** The box that holds none, unknown or withheld. */
    static final String SAID = "~";

    /** Says that a question was really on the page: scripts switch off what does not apply. */
    static final String PRESENT = "_asked";

    private Names() {}

    /** The questions of a page, or of one instance of its list. */
    static List<Item> asked(FormPage page) {
        return page.isList() ? page.items().getFirst().fields() : page.items();
    }

    /** Words of a post; a question that was switched off keeps what was typed into it before. */
    static Words read(FormPage page, int instance, MultiValueMap<String, String> posted, Words before) {
        if (page.isList() && instance == 0) {
            return Words.NONE;
        }
        var fields = new HashMap<String, Map<String, String>>();
        var present = posted.getOrDefault(PRESENT, List.of());
        for (var item : asked(page)) {
            var path = item.path(instance);
            fields.put(path, present.contains(item.id()) ? boxes(item, posted) : before.at(path));
        }
        return Words.of(fields);
    }

    private static Map<String, String> boxes(Item item, MultiValueMap<String, String> posted) {
        var boxes = new HashMap<String, String>();
        if (item.type().boxes().isEmpty()) {
            var given = posted.getOrDefault(item.id(), List.of());
            var one = item.type().kind() == Kind.MULTI
                    ? String.join(" ", given)
                    : given.stream().findFirst().orElse("");
            boxes.put("", clean(one));
        }
        for (var box : item.type().boxes()) {
            var typed = posted.getFirst(item.id() + "." + box);
            boxes.put(box, clean(typed == null ? "" : typed));
        }
        var said = posted.getFirst(item.id() + SAID);
        if (said != null) {
            boxes.put(SAID, clean(said));
        }
        return boxes;
    }

    /** Browsers send line ends as two characters and cannot store a null at all. */
    private static String clean(String typed) {
        return typed.replace("\r\n", "\n").replace("\0", "").strip();
    }

    /** The input that an answer's problem belongs to. */
    static String input(Item item, String box) {
        var kind = item.type().kind();
        if (box.isEmpty() && kind.isComposite()) {
            return item.id() + "."
                    + switch (kind) {
                        case NAME -> "family";
                        case ADDRESS, FOREIGN_ADDRESS -> "country";
                        case US_ADDRESS -> "street";
                        default -> "name";
                    };
        }
        return box.isEmpty() || kind == Kind.DATE ? item.id() : item.id() + "." + box;
    }

    static int instance(String path) {
        int open = path.indexOf('[');
        return open < 0 ? 0 : Integer.parseInt(path.substring(open + 1, path.indexOf(']')));
    }
}
