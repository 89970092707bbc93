package fairway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A real browser for tests; found, never downloaded, and never skipped silently. */
public final class Browser implements AutoCloseable {
    private static final double PATIENCE = 120_000;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** With further switches of Chromium, where a test needs them. */
    public static Browser start(String... more) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
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
        var window = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 800)
                .setJavaScriptEnabled(scripts)
                .setLocale("en-US"));
        window.setDefaultTimeout(PATIENCE);
        return window;
    }

    /** A page in a window of its own. */
    public Page page(int width) {
        return window(width).newPage();
    }

    /** Presses what leads to another page, and waits until that one is there as a whole. */
    public static void follow(Locator what) {
        var page = what.page();
        var there = new AtomicBoolean();
        Consumer<Frame> heard = frame -> {
            if (frame.equals(page.mainFrame())) {
                there.set(true);
            }
        };
        page.onFrameNavigated(heard);
        try {
            what.click();
            page.waitForCondition(there::get);
        } finally {
            page.offFrameNavigated(heard);
        }
        page.waitForLoadState();
    }

    /** Takes a picture into {@code target}, and finds nothing that sticks out or that axe has to say. */
    public static void look(Page page, String name) {
        page.waitForLoadState();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/" + name + ".png"))
                .setFullPage(true));
        assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as(name + " sticks out")
                .isTrue();
        assertThat(Axe.faults(page)).as(name).isEmpty();
    }

    /** Signed in from now on, with the cookie of a session that is there already. */
    public static void carry(BrowserContext window, String cookie, String value) {
        window.addCookies(List.of(new Cookie(cookie, value)
                .setDomain("localhost")
                .setPath("/")
                .setSecure(true)
                .setHttpOnly(true)));
    }

    /** Plugs a virtual authenticator in: {@code internal} is the device itself, {@code usb} a key. */
    public static void authenticator(Page page, String transport, boolean verifies) {
        var devtools = page.context().newCDPSession(page);
        devtools.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", transport);
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", verifies);
        options.addProperty("automaticPresenceSimulation", true);
        var parameters = new JsonObject();
        parameters.add("options", options);
        devtools.send("WebAuthn.addVirtualAuthenticator", parameters);
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
