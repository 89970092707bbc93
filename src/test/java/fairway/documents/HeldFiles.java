package fairway.documents;

import static fairway.documents.Samples.pdf;
import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.audit.Actor;
import fairway.audit.Audit;
import fairway.documents.Opening.Content;
import fairway.documents.UploadResult.Refused;
import fairway.documents.UploadResult.Stored;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A draft’s files as tests send, read and look for them. */
@FairwayTest
abstract class HeldFiles {
    static final Actor ANA = Actor.person(UUID.randomUUID());
    static final Actor OFFICER = Actor.staff(UUID.randomUUID());

    @Autowired
    Documents documents;

    @Autowired
    DocumentSettings settings;

    @Autowired
    JdbcClient db;

    @Autowired
    TestClock clock;

    @Autowired
    TestJobs jobs;

    @Autowired
    Audit audit;

    final Holder draft = new Holder("draft", UUID.randomUUID());

    static byte[] pdfOf(Document document) {
        assertThat(document.type()).isEqualTo("application/pdf");
        return PDF;
    }

    static final byte[] PDF = pdf();

    Upload upload(String name, byte[] content) {
        return new Upload(draft, "e", name, stream(name.endsWith("a.pdf") ? PDF : content), ANA, false);
    }

    Document stored(Upload upload) {
        var result = documents.receive(upload);
        assertThat(result).isInstanceOf(Stored.class);
        return ((Stored) result).document();
    }

    Refusal reason(Upload upload) {
        return ((Refused) documents.receive(upload)).reason();
    }

    byte[] read(Document document, Reader reader) throws IOException {
        try (var stream = ((Content) documents.open(document.holder(), document.id(), reader)).stream()) {
            return stream.readAllBytes();
        }
    }

    long litter() {
        return db.sql("select count(*) from documents.litter where since > 'epoch'")
                .query(Long.class)
                .single();
    }

    Stream<Path> files() throws IOException {
        if (!Files.exists(settings.folder())) {
            return Stream.empty();
        }
        try (var all = Files.walk(settings.folder())) {
            return List.copyOf(all.filter(Files::isRegularFile).toList()).stream();
        }
    }

    static InputStream stream(byte[] content) {
        return new ByteArrayInputStream(content);
    }

    static InputStream endless() {
        return new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] target, int from, int length) {
                return length;
            }
        };
    }
}
