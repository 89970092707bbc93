package fairway.forms;

import java.util.List;

/** One topic shown at once; a page with a list holds nothing else. */
public record FormPage(String id, String part, Condition show, List<Item> items) {
    public FormPage {
        items = List.copyOf(items);
    }

    public boolean isList() {
        return items.size() == 1 && items.getFirst().isList();
    }
}
