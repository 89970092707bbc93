package fairway.documents;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import fairway.audit.Act;
import fairway.audit.Actor;
import fairway.audit.Audit;
import fairway.audit.Subject;
import fairway.promises.Promises;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What follows a stored file in the same transaction: the record of it and, where a scanner is, the scan and the promise of it. */
@Component("documentsAftermath")
record Aftermath(Audit audit, Promises promises, SchedulerClient jobs) {
    static final String PROMISE = "documents.scan";

    private static final Duration SCANNED_WITHIN = Duration.ofHours(1);

    /** A harmful file that was refused leaves nothing but this. */
    void infected(Upload upload) {
        var holder = upload.holder();
        audit.record(Act.of(upload.by(), "document.refused-infected", Subject.of(holder.kind(), holder.id())));
    }

    void stored(Document document, Actor by) {
        audit.record(new Act(
                by,
                "document.received",
                Subject.of("document", document.id()),
                Map.of(
                        document.holder().kind(),
                        document.holder().id().toString(),
                        "sha256",
                        document.sha256(),
                        "verdict",
                        document.verdict().name())));
        if (document.verdict() == Verdict.PENDING) {
            if (by.id() != null) {
                promises.open(
                        PROMISE,
                        document.id().toString(),
                        by.id(),
                        document.receivedAt().plus(SCANNED_WITHIN));
            }
            jobs.scheduleIfNotExists(
                    ScanJobs.SCAN.instance(document.id().toString()).scheduledTo(document.receivedAt()));
        }
    }
}
