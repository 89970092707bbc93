package fairway.forms;

import fairway.forms.Answer.Unanswered;
import fairway.forms.Journey.ItemView;
import fairway.forms.Journey.PageView;
import fairway.forms.Journey.PartView;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Draws the journey from a walk. */
final class Guide {
    private final Walk walk;

    Guide(Walk walk) {
        this.walk = walk;
    }

    Journey journey() {
        return new Journey(walk.edition().parts().stream().map(this::part).toList());
    }

    private PartView part(FormPart part) {
        var pages = part.pages().stream().map(this::page).toList();
        var states = EnumSet.noneOf(PageState.class);
        pages.forEach(page -> states.add(page.state()));
        return new PartView(part, stateOf(states), pages);
    }

    private static PageState stateOf(Set<PageState> states) {
        if (states.contains(PageState.ATTENTION)) {
            return PageState.ATTENTION;
        }
        var needed = EnumSet.copyOf(states);
        needed.remove(PageState.NOT_NEEDED);
        if (needed.isEmpty()) {
            return PageState.NOT_NEEDED;
        }
        if (needed.size() == 1) {
            return needed.iterator().next();
        }
        needed.remove(PageState.WAITING);
        return needed.equals(EnumSet.of(PageState.NOT_STARTED)) ? PageState.NOT_STARTED : PageState.IN_PROGRESS;
    }

    private PageView page(FormPage page) {
        var visible = walk.pageShown(page.id());
        var because = Because.of(visible);
        if (!visible.isTrue()) {
            var state = visible.isFalse() ? PageState.NOT_NEEDED : PageState.WAITING;
            return new PageView(page, state, List.of(), List.of(), because);
        }
        var numbers =
                page.isList() ? walk.answers().numbers(page.items().getFirst().key()) : List.<Integer>of();
        var items = new ArrayList<ItemView>();
        for (var item : page.items()) {
            if (item.isList()) {
                numbers.forEach(number -> item.fields().forEach(field -> add(items, field, field.path(number))));
            } else {
                add(items, item, item.key());
            }
        }
        if (items.isEmpty() && !page.isList()) {
            var waiting = page.items().stream()
                    .map(item -> walk.shown(item.key()))
                    .filter(Outcome::isOpen)
                    .findFirst();
            return waiting.map(open -> new PageView(page, PageState.WAITING, items, numbers, Because.of(open)))
                    .orElseGet(() -> new PageView(page, PageState.NOT_NEEDED, items, numbers, because));
        }
        return new PageView(page, state(page, items, numbers), items, numbers, because);
    }

    private void add(List<ItemView> items, Item item, String path) {
        if (walk.shown(path).isTrue()) {
            items.add(new ItemView(item, path, walk.answers().of(path), walk.isRequired(path)));
        }
    }

    private PageState state(FormPage page, List<ItemView> items, List<Integer> numbers) {
        var finished = walk.answers().isFinished(page.id());
        var touched = !numbers.isEmpty()
                || items.stream().anyMatch(view -> !view.answer().equals(Unanswered.BLANK));
        if (!finished) {
            return touched ? PageState.IN_PROGRESS : PageState.NOT_STARTED;
        }
        var wanting = items.stream().anyMatch(Guide::wants) || tooFew(page, numbers);
        return wanting ? PageState.ATTENTION : PageState.COMPLETE;
    }

    private boolean tooFew(FormPage page, List<Integer> numbers) {
        var list = page.items().getFirst();
        return page.isList()
                && walk.shown(list.key()).isTrue()
                && walk.isRequired(list.key())
                && numbers.size() < list.type().min();
    }

    /** Whether a question shown still wants an answer: missing though required, or unreadable. */
    static boolean wants(ItemView view) {
        return view.answer() instanceof Unanswered(var typed) && (view.required() || !typed.isEmpty());
    }
}
