package fairway;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A real browser for tests; found, never downloaded, and never skipped silently. */
public final class Browser implements AutoCloseable {
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** With further switches of Chromium, where a test needs them. */
    public static Browser start(String... more) {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browser(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium())
                                .setArgs(arguments(more))));
    }

    /** A window of its own: cookies and storage are shared with no other. */
    public BrowserContext window(int width) {
        return window(width, true);
    }

    public BrowserContext window(int width, boolean scripts) {
        return browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 800)
                .setJavaScriptEnabled(scripts)
                .setLocale("en-US"));
    }

    /** A page in a window of its own. */
    public Page page(int width) {
        return window(width).newPage();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static List<String> arguments(String... more) {
        var arguments = new ArrayList<>(List.of(
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync"));
        arguments.addAll(List.of(more));
        return arguments;
    }

    private static Path chromium() {
        var named = Path.of(Objects.requireNonNullElse(System.getenv("FAIRWAY_CHROMIUM"), "/usr/bin/chromium"));
        if (!Files.isExecutable(named)) {
            throw new IllegalStateException("No browser at " + named
                    + ". Install Chromium (Debian: apt-get install chromium) or set FAIRWAY_CHROMIUM to one.");
        }
        return named;
    }
}
