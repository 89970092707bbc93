package fairway.journeys;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.FilePayload;
import fairway.Browser;

/** How somebody moves through a page: with a mouse, or with the keyboard alone. */
interface Hands {
    /** What leads to another page. */
    void press(Locator what);

    void open(Locator summary);

    void fill(Locator field, String words);

    /** An option of a list, by its value. */
    void choose(Locator list, String value);

    /** A circle or a box. */
    void tick(Locator choice);

    void send(Locator field, FilePayload file);

    record Mouse(Page page) implements Hands {
        @Override
        public void press(Locator what) {
            Browser.follow(what);
        }

        @Override
        public void open(Locator summary) {
            summary.click();
        }

        @Override
        public void fill(Locator field, String words) {
            field.fill(words);
        }

        @Override
        public void choose(Locator list, String value) {
            list.selectOption(value);
        }

        /** The design hides the circle itself and shows its label, which is what a person clicks. */
        @Override
        public void tick(Locator choice) {
            var id = choice.getAttribute("id");
            var own = page.locator("label[for='" + id + "']");
            var label = id != null && own.count() > 0
                    ? own.first()
                    : choice.locator("xpath=ancestor::label").first();
            label.click();
        }

        @Override
        public void send(Locator field, FilePayload file) {
            field.setInputFiles(file);
        }
    }

    /** Reaches everything with Tab, and fails where the focus cannot get to or cannot be seen. */
    record Keyboard(Page page) implements Hands {
        private static final int MORE_STOPS_THAN_A_PAGE_HAS = 400;
        private static final int MOST_PRESSES = 4;
        private static final double PATIENCE = 15_000;

        @Override
        public void press(Locator what) {
            reach(what);
            page.evaluate("window.before = true");
            page.keyboard().press("Enter");
            page.waitForFunction("() => !window.before && document.readyState === 'complete'");
        }

        @Override
        public void open(Locator summary) {
            reach(summary);
            page.keyboard().press("Space");
        }

        @Override
        public void fill(Locator field, String words) {
            reach(field);
            page.keyboard().press("Control+A");
            page.keyboard().insertText(words);
        }

        /** Keys as in the browser's own list: from the top, down to the option. */
        @Override
        public void choose(Locator list, String value) {
            reach(list);
            page.keyboard().press("Home");
            for (int step = 0; step < MORE_STOPS_THAN_A_PAGE_HAS; step++) {
                if (list.inputValue().equals(value)) {
                    return;
                }
                page.keyboard().press("ArrowDown");
            }
            throw new AssertionError("The arrow keys never reach " + value);
        }

        /** One stop for a group of circles, then the arrow keys; the space bar for a box. */
        @Override
        public void tick(Locator choice) {
            var circle = (boolean) choice.evaluate("one => one.type === 'radio'");
            if (!circle) {
                reach(choice);
                page.keyboard().press("Space");
                return;
            }
            reach(
                    "one => document.activeElement.name === one.name && document.activeElement.form === one.form",
                    choice);
            for (int step = 0; step < MORE_STOPS_THAN_A_PAGE_HAS; step++) {
                if (has(choice)) {
                    page.keyboard().press("Space");
                    return;
                }
                page.keyboard().press("ArrowDown");
            }
            throw new AssertionError("The arrow keys never reach " + choice);
        }

        @Override
        public void send(Locator field, FilePayload file) {
            reach(field);
            chooser(MOST_PRESSES).setFiles(file);
        }

        /** On a busy machine the browser now and then opens no list of files; whoever sees none presses again. */
        private FileChooser chooser(int presses) {
            try {
                return page.waitForFileChooser(
                        new Page.WaitForFileChooserOptions().setTimeout(PATIENCE),
                        () -> page.keyboard().press("Space"));
            } catch (TimeoutError none) {
                if (presses == 1) {
                    throw none;
                }
                return chooser(presses - 1);
            }
        }

        private void reach(Locator what) {
            reach("one => document.activeElement === one", what);
        }

        private void reach(String there, Locator what) {
            for (int stop = 0; stop < MORE_STOPS_THAN_A_PAGE_HAS; stop++) {
                if ((boolean) what.evaluate(there)) {
                    seen();
                    return;
                }
                page.keyboard().press("Tab");
            }
            throw new AssertionError("The Tab key never reaches " + what + " on " + page.url());
        }

        private boolean has(Locator what) {
            return (boolean) what.evaluate("one => document.activeElement === one");
        }

        /** The focus is drawn on the element itself or on the label that stands for it. */
        private void seen() {
            var drawn = (boolean) page.evaluate("""
                    () => {
                      const one = document.activeElement;
                      const drawn = style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0
                          || style.boxShadow !== 'none';
                      const near = [one, ...(one.labels ?? []), one.parentElement];
                      return near.some(n => n && (drawn(getComputedStyle(n))
                          || drawn(getComputedStyle(n, '::before')) || drawn(getComputedStyle(n, '::after'))));
                    }
                    """);
            if (!drawn) {
                throw new AssertionError("Nothing shows where the focus is on " + page.url() + ": "
                        + page.evaluate("document.activeElement.outerHTML"));
            }
        }
    }
}
