package fairway.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/** A hundred people send 12 MB at the same moment, inside a heap of 512 MB. */
final class UploadPhase {
    private static final int UPLOADS = 100;
    private static final int HOLDERS = 20;
    /** Just below the limit of 12 MB as the product counts it, noise that does not compress. */
    private static final int SIDE = 2_035;

    private final Site site;
    private final Report report;

    UploadPhase(Site site, Report report) {
        this.site = site;
        this.report = report;
    }

    private record Slot(Caller caller, String path) {}

    @SuppressWarnings("ArrayRecordComponent")
    private record Paper(String name, String type, byte[] content) {}

    void run() throws IOException, SQLException {
        report.section("Uploads");
        var people = site.people(HOLDERS).all();
        var slots = new ArrayList<Slot>();
        for (int i = 0; i < Math.min(HOLDERS, people.size()); i++) {
            slots.add(slot(people.get(i).caller()));
        }
        var papers = papers();
        int uploads = site.count(UPLOADS);
        var outcomes = new ConcurrentHashMap<String, Integer>();
        var peak = new AtomicLong();
        var over = new AtomicBoolean();
        var watcher = Thread.ofPlatform().daemon().start(() -> watch(peak, over));
        var tally = send(uploads, slots, papers, outcomes);
        over.set(true);
        watcher.interrupt();
        judge(uploads, papers, new TreeMap<>(outcomes), tally, peak.get());
    }

    private Slot slot(Caller person) throws IOException {
        var caller = person.again(People.address());
        var filer = new Filer(caller);
        var draft = filer.start();
        filer.fill(draft);
        var page = caller.get(draft + "/evidence").expect(200, "The evidence page");
        return new Slot(caller, page.first("action=\"(" + draft + "/evidence/[^\"]+/files)\""));
    }

    private Tally send(int uploads, List<Slot> slots, List<Paper> papers, Map<String, Integer> outcomes) {
        var tally = new Tally();
        var gate = new CountDownLatch(1);
        long begin;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < uploads; i++) {
                var slot = slots.get(i % slots.size());
                var paper = papers.get(i % papers.size());
                int number = i;
                threads.execute(() -> {
                    await(gate);
                    long since = System.nanoTime();
                    var outcome = upload(slot, paper, number);
                    outcomes.merge(outcome, 1, Integer::sum);
                    tally.done(System.nanoTime() - since);
                });
            }
            begin = System.nanoTime();
            gate.countDown();
        }
        tally.lasted((System.nanoTime() - begin) / 1e9);
        return tally;
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String upload(Slot slot, Paper paper, int number) {
        try (var caller = slot.caller().again(People.address())) {
            var answer = caller.upload(slot.path(), number + paper.name(), paper.type(), paper.content());
            return switch (answer.status()) {
                case 303 -> answer.location().contains("/evidence") ? "stored" : "sent to " + answer.location();
                case 429, 503 -> "asked to wait (" + answer.status() + ")";
                case 200 ->
                    "refused: "
                            + answer.all("usa-alert__text[^>]*>\\s*(?:<p>)?([^<]+)").stream()
                                    .findFirst()
                                    .orElse("no reason found");
                default -> "answered " + answer.status();
            };
        } catch (IOException e) {
            return "broken: " + e.getMessage();
        }
    }

    private void judge(int uploads, List<Paper> papers, Map<String, Integer> outcomes, Tally tally, long heap)
            throws IOException {
        var product = site.product();
        long stored = outcomes.getOrDefault("stored", 0);
        long waiting = outcomes.entrySet().stream()
                .filter(one -> one.getKey().startsWith("asked to wait"))
                .mapToLong(Map.Entry::getValue)
                .sum();
        var answers = product.alive();
        if (answers) {
            try (var caller = new Caller(site.port(), People.address())) {
                answers = caller.get("/").status() == 200;
            }
        }
        report.line(String.format(
                Locale.ROOT,
                "%d uploads at once (half PDF, half PNG, %.1f and %.1f MB), all from their own address, took %.1f s"
                        + " (%.0f MB a second; one: p50 %.1f s, slowest %.1f s).",
                uploads,
                papers.get(0).content().length / 1048576.0,
                papers.get(1).content().length / 1048576.0,
                tally.count() / tally.rate(),
                uploads * papers.getFirst().content().length / 1048576.0 / (tally.count() / tally.rate()),
                tally.percentile(0.5) / 1000,
                tally.percentile(1) / 1000));
        report.line("What became of them: " + outcomes + ".");
        report.line("Heap in use, garbage included, at most " + heap + " MB (looked at twice a second); JVM "
                + product.resident() + " MB resident, most ever " + product.peakResident() + " MB.");
        report.target(
                "100 parallel 12 MB uploads inside a heap of 512 MB",
                stored + " stored" + (waiting > 0 ? ", " + waiting + " asked to wait" : "") + " of " + uploads
                        + ", process " + (answers ? "alive" : "DEAD"),
                answers && stored + waiting == uploads && (uploads == UPLOADS || site.shortened()),
                outcomes.toString());
    }

    private void watch(AtomicLong peak, AtomicBoolean over) {
        while (!over.get()) {
            try {
                peak.accumulateAndGet(site.product().heap(), Math::max);
                Thread.sleep(500);
            } catch (IOException | InterruptedException e) {
                return;
            }
        }
    }

    /** Noise, which neither PNG nor PDF can make smaller. */
    private static List<Paper> papers() throws IOException {
        var random = new Random(765);
        var noise = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                noise.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        var png = new ByteArrayOutputStream();
        ImageIO.write(noise, "png", png);
        var pdf = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var page = new PDPage(PDRectangle.LETTER);
            document.addPage(page);
            var image = LosslessFactory.createFromImage(document, noise);
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(image, 50, 50, 500, 500);
            }
            document.save(pdf);
        }
        return List.of(
                new Paper("scan.pdf", "application/pdf", pdf.toByteArray()),
                new Paper("scan.png", "image/png", png.toByteArray()));
    }
}
