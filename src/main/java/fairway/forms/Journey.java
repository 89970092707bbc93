package fairway.forms;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The way through a form for these answers: every part and page with its state, in order. */
public record Journey(List<PartView> parts) {

    public record PartView(FormPart part, PageState state, List<PageView> pages) {
        public PartView {
            pages = List.copyOf(pages);
        }
    }

    /** A page with the items shown on it; {@code because} says why it is shown, not needed or waiting. */
    public record PageView(
            FormPage page, PageState state, List<ItemView> items, List<Integer> numbers, Because because) {
        public PageView {
            items = List.copyOf(items);
            numbers = List.copyOf(numbers);
        }

        /** Whether the item at this path is shown on the page. */
        public boolean shows(String path) {
            return items.stream().anyMatch(view -> view.path().equals(path));
        }

        public boolean isShown() {
            return state != PageState.NOT_NEEDED && state != PageState.WAITING;
        }
    }

    /** One shown question; of a list, one for each instance and field. */
    public record ItemView(Item item, String path, Answer answer, boolean required) {}

    public Journey {
        parts = List.copyOf(parts);
    }

    public Stream<PageView> pages() {
        return parts.stream().flatMap(part -> part.pages().stream());
    }

    public Stream<PageView> shown() {
        return pages().filter(PageView::isShown);
    }

    public Optional<PageView> view(String page) {
        return pages().filter(view -> view.page().id().equals(page)).findFirst();
    }

    /** The next page shown after this one. */
    public Optional<PageView> next(String page) {
        return pages().dropWhile(not(page)).skip(1).filter(PageView::isShown).findFirst();
    }

    /** The page shown before this one. */
    public Optional<PageView> previous(String page) {
        return pages().takeWhile(not(page)).filter(PageView::isShown).reduce((_, last) -> last);
    }

    private static Predicate<PageView> not(String page) {
        return view -> !view.page().id().equals(page);
    }

    /** The first page that still wants something. */
    public Optional<PageView> firstOpen() {
        return shown().filter(view -> view.state() != PageState.COMPLETE).findFirst();
    }

    public boolean isComplete() {
        return pages().allMatch(view -> view.state() == PageState.COMPLETE || view.state() == PageState.NOT_NEEDED);
    }
}
