package fairway.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import fairway.Browser;
import fairway.FairwayTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The slot as a person uses it, in a browser without scripts. */
@FairwayTest
class UploadingTests {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)");

    @LocalServerPort
    int port;

    @Autowired
    Documents documents;

    @Autowired
    DocumentSettings settings;

    @Autowired
    Traffic traffic;

    private final UUID id = UUID.randomUUID();
    private final Holder holder = new Holder("draft", id);

    @Test
    @Tag("FIL-5")
    void files_come_are_refused_translated_and_deleted_without_scripts() {
        try (var browser = Browser.start()) {
            var page = browser.window(1280, false).newPage();
            page.navigate(address("/test/documents/" + id));
            upload(page, "yes", file("acta Nguyễn.png", Samples.picture("png")), file("b.jpg", Samples.picture("jpg")));
            assertThat(documents.of(holder)).extracting(Document::name).containsExactly("acta Nguyễn.png", "b.jpg");
            assertThat(documents.lacking(holder)).hasSize(2);

            upload(page, "no", file("virus.exe", new byte[10]), file("c.pdf", Samples.pdf()));
            assertThat(page.locator(".fw-alert--error").textContent()).contains("virus.exe");
            assertThat(documents.of(holder)).hasSize(3);
            keep(page, "slot-1280");
            page.setViewportSize(360, 800);
            keep(page, "slot-360");
            page.navigate(address("/es/test/documents/" + id));
            keep(page, "slot-es-360");

            var download = page.waitForDownload(
                    () -> page.locator("a[download]").first().click());
            assertThat(download.suggestedFilename()).isEqualTo("acta Nguyễn.png");
        }
    }

    @Test
    @Tag("A41")
    void a_file_far_too_large_is_answered_with_the_reason(@TempDir Path folder) throws Exception {
        var large = Files.write(folder.resolve("large.pdf"), new byte[30 << 20]);
        try (var browser = Browser.start()) {
            var page = browser.window(1280, false).newPage();
            page.navigate(address("/test/documents/" + id));
            page.check("#file-birth-no", new Page.CheckOptions().setForce(true));
            page.setInputFiles("#file-birth", large);
            Browser.follow(page.locator("form:has(#file-birth) button"));
            assertThat(page.locator(".fw-alert--error").textContent()).contains("12 MB");
            assertThat(documents.of(holder)).isEmpty();
        }
    }

    @Test
    void a_form_without_the_token_is_refused_before_its_file_is_read() throws Exception {
        var body = String.join(
                "\r\n",
                "--x",
                "Content-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"",
                "",
                "%PDF",
                "--x--",
                "");
        var request = HttpRequest.newBuilder(URI.create(address("/test/documents/" + id + "/files")))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    @Tag("A41")
    void an_answer_that_is_ready_before_the_file_has_arrived_is_heard() throws Exception {
        assertThat(sendLarge("", "of nobody")).startsWith("HTTP/1.1 403 ");

        var shown = HttpRequest.newBuilder(URI.create(address("/test/documents/" + id)));
        try (var client = HttpClient.newHttpClient()) {
            var form = client.send(shown.build(), HttpResponse.BodyHandlers.ofString());
            var token = TOKEN.matcher(form.body());
            assertThat(token.find()).isTrue();
            var cookies = String.join("; ", form.headers().allValues("Set-Cookie"));
            assertThat(whileTooManyRun(() -> sendLarge(cookies, token.group(1))))
                    .startsWith("HTTP/1.1 503 ");
        }
        assertThat(documents.of(holder)).isEmpty();
    }

    private String whileTooManyRun(Callable<String> send) throws Exception {
        var passes = new ArrayList<Traffic.Pass>();
        try {
            for (int i = 0; i < settings.account().atOnce(); i++) {
                passes.add(traffic.enter(UploadPages.ANA.id()));
            }
            return send.call();
        } finally {
            passes.forEach(Traffic.Pass::close);
        }
    }

    /** As a browser does it: everything is sent before anything is read. */
    private String sendLarge(String cookies, String token) throws IOException {
        var form = "--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n"
                + "%".repeat(12 << 20) + "\r\n--x--\r\n";
        try (var socket = new Socket("localhost", port)) {
            var out = socket.getOutputStream();
            out.write(("POST /test/documents/" + id
                            + "/files HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: "
                            + cookies + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: "
                            + form.length() + "\r\n\r\n" + form)
                    .getBytes(UTF_8));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    @Test
    @Tag("A41")
    void an_upload_that_never_ends_leaves_nothing() throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write(("POST /test/documents/" + id + "/files HTTP/1.1\r\nHost: localhost\r\n"
                                    + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000000\r\n\r\n"
                                    + "--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\nabc")
                            .getBytes(UTF_8));
            socket.getOutputStream().flush();
        }
        assertThat(documents.of(holder)).isEmpty();
    }

    private static void upload(Page page, String foreign, FilePayload... files) {
        page.check("#file-birth-" + foreign, new Page.CheckOptions().setForce(true));
        page.setInputFiles("#file-birth", files);
        Browser.follow(page.locator("form:has(#file-birth) button"));
    }

    private static void keep(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "pictures", "documents", name + ".png")));
    }

    private static FilePayload file(String name, byte[] content) {
        return new FilePayload(name, "application/x-lie", content);
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
