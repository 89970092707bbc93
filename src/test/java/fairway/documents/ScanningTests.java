package fairway.documents;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.audit.Actor;
import fairway.promises.Promises;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@FairwayTest
@RecordApplicationEvents
class ScanningTests {
    private static final UUID ANA = UUID.randomUUID();

    @Autowired
    DocumentRows rows;

    @Autowired
    Contents contents;

    @Autowired
    Arrivals arrivals;

    @Autowired
    Intake intake;

    @Autowired
    Blobs blobs;

    @Autowired
    Aftermath aftermath;

    @Autowired
    Scanning.Ledger ledger;

    @Autowired
    Traffic traffic;

    @Autowired
    ApplicationEvents events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DocumentSettings settings;

    @Autowired
    TestClock clock;

    @Autowired
    Documents documents;

    @Autowired
    Promises promises;

    private final Holder holder = new Holder("draft", UUID.randomUUID());
    private final AtomicReference<Scanner.Finding> answer = new AtomicReference<>();

    @Test
    void a_file_waits_for_the_scanner_and_the_promise_is_kept_with_its_answer() {
        var document = pending();
        assertThat(promises.openOf(ANA))
                .anyMatch(promise -> promise.about().equals(document.id().toString()));
        Assertions.assertThatThrownBy(() -> scanning().scan(document.id())).isInstanceOf(UncheckedIOException.class);
        assertThat(verdict(document)).isEqualTo(Verdict.PENDING);
        assertThat(documents.open(holder, document.id(), Reader.officer(Actor.staff(ANA), true)))
                .isInstanceOf(Opening.Withheld.class);

        answer.set(new Scanner.Finding(Verdict.CLEAN, "test"));
        scanning().scan(document.id());
        assertThat(verdict(document)).isEqualTo(Verdict.CLEAN);
        assertThat(promises.openOf(ANA))
                .noneMatch(promise -> promise.about().equals(document.id().toString()));

        answer.set(new Scanner.Finding(Verdict.INFECTED, "late"));
        scanning().scan(document.id());
        assertThat(verdict(document)).isEqualTo(Verdict.CLEAN);
    }

    @Test
    void a_file_changed_on_the_disk_is_unreadable() throws IOException {
        var document = pending();
        answer.set(new Scanner.Finding(Verdict.CLEAN, "test"));
        try (var all = Files.walk(settings.folder())) {
            var file = all.filter(path -> path.toString().contains(document.id().toString()))
                    .findFirst()
                    .orElseThrow();
            var bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
        }
        scanning().scan(document.id());
        assertThat(verdict(document)).isEqualTo(Verdict.UNREADABLE);
    }

    @Test
    @Tag("FIL-5")
    void a_harmful_file_loses_its_content_at_once_and_its_sender_is_told() throws IOException {
        var document = pending();
        assertThat(documents.view(holder, document.id(), 1, Actor.staff(ANA))).isInstanceOf(Viewing.NoView.class);
        answer.set(new Scanner.Finding(Verdict.INFECTED, "test: Own.Test FOUND"));
        scanning().scan(document.id());
        assertThat(verdict(document)).isEqualTo(Verdict.INFECTED);
        assertThat(onDisk(document)).isEmpty();
        assertThat(events.stream(DocumentInfected.class))
                .containsExactly(new DocumentInfected(document.id(), holder, ANA));
        assertThat(documents.open(holder, document.id(), Reader.person(Actor.person(ANA))))
                .isInstanceOf(Opening.Withheld.class);
        assertThat(documents.delete(holder, document.id(), Actor.person(ANA))).isTrue();
        assertThat(documents.of(holder)).isEmpty();
    }

    @Test
    @Tag("FIL-5")
    void what_came_while_no_scanner_was_there_is_scanned_when_one_is() {
        var document = received(new NoScanner());
        assertThat(verdict(document)).isEqualTo(Verdict.NOT_SCANNED);
        assertThat(rows.notScanned(10_000)).contains(document.id());
        answer.set(new Scanner.Finding(Verdict.CLEAN, "test"));
        scanning().scan(document.id());
        assertThat(verdict(document)).isEqualTo(Verdict.CLEAN);
        assertThat(rows.notScanned(10_000)).doesNotContain(document.id());
    }

    private List<Path> onDisk(Document document) throws IOException {
        try (var all = Files.walk(settings.folder())) {
            return all.filter(path -> path.toString().contains(document.id().toString()))
                    .toList();
        }
    }

    private Verdict verdict(Document document) {
        return documents.find(holder, document.id()).orElseThrow().verdict();
    }

    private Document pending() {
        return received(new Elsewhere());
    }

    private Document received(Scanner scanner) {
        var desk = new Receiving.Desk(settings, scanner, aftermath, traffic, transaction, clock);
        var upload = new Upload(
                holder,
                "e",
                "a.png",
                new java.io.ByteArrayInputStream(Samples.picture("png")),
                Actor.person(ANA),
                false);
        return ((UploadResult.Stored) new Receiving(desk, intake, arrivals, blobs).one(upload)).document();
    }

    private Scanning scanning() {
        return new Scanning(rows, contents, new Elsewhere(), ledger);
    }

    private final class Elsewhere implements Scanner {
        @Override
        public boolean elsewhere() {
            return true;
        }

        @Override
        public Finding scan(InputStream content) throws IOException {
            content.transferTo(java.io.OutputStream.nullOutputStream());
            var said = answer.get();
            if (said == null) {
                throw new IOException("nobody there");
            }
            return said;
        }
    }
}
