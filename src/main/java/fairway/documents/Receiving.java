package fairway.documents;

import fairway.audit.Actor;
import fairway.documents.Structure.Objection;
import fairway.documents.UploadResult.Refused;
import fairway.documents.UploadResult.Stored;
import fairway.ui.Busy;
import fairway.ui.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** From the first byte of an upload to the row that says it is here; whatever fails in between leaves nothing. */
@Component("documentsReceiving")
class Receiving {
    private final Desk desk;
    private final Intake intake;
    private final Arrivals arrivals;
    private final Blobs blobs;
    private final Semaphore lanes;

    Receiving(Desk desk, Intake intake, Arrivals arrivals, Blobs blobs) {
        this.desk = desk;
        this.intake = intake;
        this.arrivals = arrivals;
        this.blobs = blobs;
        this.lanes = new Semaphore(desk.settings().uploads());
    }

    /** What an arrival is measured and written with. */
    @Component("documentsDesk")
    record Desk(
            DocumentSettings settings,
            Scanner scanner,
            Aftermath aftermath,
            Traffic traffic,
            TransactionTemplate transaction,
            InstantSource clock) {}

    List<UploadResult> form(HttpServletRequest request, Holder holder, String slot, Actor by) {
        if (!(request.getAttribute(UploadFilter.FORM) instanceof Multipart form)) {
            return List.of(new Refused("", Refusal.NO_FILE, List.of()));
        }
        var results = new ArrayList<UploadResult>();
        try {
            var fields = new HashMap<String, String>();
            for (var part = form.next(); part.isPresent(); part = form.next()) {
                var piece = part.get();
                var fileName = piece.fileName();
                if (fileName == null) {
                    fields.put(piece.name(), piece.text());
                } else if (!fileName.isEmpty()) {
                    results.add(one(upload(fields, fileName, piece, new Place(holder, slot, by))));
                }
            }
        } catch (IOException broken) {
            results.add(new Refused("", Refusal.INTERRUPTED, List.of()));
        }
        return results.isEmpty() ? List.of(new Refused("", Refusal.NO_FILE, List.of())) : results;
    }

    private record Place(Holder holder, String slot, Actor by) {}

    private static Upload upload(Map<String, String> fields, String fileName, Multipart.Piece piece, Place place) {
        var of = fields.getOrDefault("of", "");
        return new Upload(
                place.holder(),
                place.slot(),
                fileName,
                piece.content(),
                place.by(),
                of.isEmpty() && fields.getOrDefault("foreign", "no").equals("yes"),
                of.isEmpty()
                        ? Part.FILE
                        : fields.getOrDefault("part", "").equals("certificate") ? Part.CERTIFICATE : Part.TRANSLATION,
                of.isEmpty() ? null : id(of));
    }

    private static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }

    UploadResult one(Upload upload) {
        if (!lanes.tryAcquire()) {
            throw new Busy(Duration.ofSeconds(20));
        }
        try (var pass = desk.traffic().enter(upload.by().id())) {
            return one(
                    upload.reading(pass.counting(upload.content())),
                    desk.settings().perHolder());
        } catch (Objection tooMuch) {
            return refused(upload, tooMuch);
        } finally {
            lanes.release();
        }
    }

    private UploadResult one(Upload upload, int mostFiles) {
        try {
            arrivals.admit(upload, mostFiles);
            return new Stored(stored(upload));
        } catch (Objection objection) {
            if (objection.reason() == Refusal.INFECTED) {
                desk.aftermath().infected(upload);
            }
            return refused(upload, objection);
        }
    }

    private static Refused refused(Upload upload, Objection objection) {
        return new Refused(FileNames.shown(upload.fileName()), objection.reason(), objection.arguments());
    }

    private Document stored(Upload upload) throws Objection {
        var piece = arrivals.begin();
        boolean done = false;
        try {
            var taken = intake.take(piece, upload, desk.scanner());
            blobs.keep(piece.id());
            var document = document(upload, piece, taken);
            claim(upload, document, piece);
            done = true;
            return document;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!done) {
                arrivals.abandon(piece);
            }
        }
    }

    private void claim(Upload upload, Document document, Litter.Piece piece) throws Objection {
        var objection = desk.transaction().<Optional<Objection>>execute(status -> {
            arrivals.lock(upload.holder());
            try {
                arrivals.admit(upload, desk.settings().perHolder());
            } catch (Objection late) {
                return Optional.of(late);
            }
            arrivals.claim(document, piece, upload.by().id());
            desk.aftermath().stored(document, upload.by());
            return Optional.empty();
        });
        if (objection.isPresent()) {
            throw objection.get();
        }
    }

    private Document document(Upload upload, Litter.Piece piece, Intake.Taken taken) {
        return new Document(
                piece.id(),
                upload.holder(),
                upload.slot(),
                FileNames.clean(upload.fileName(), taken.type()),
                taken.type().mime(),
                taken.size(),
                taken.sha256(),
                taken.finding().verdict(),
                desk.clock().instant(),
                upload.foreign(),
                upload.part(),
                upload.translationOf());
    }
}
