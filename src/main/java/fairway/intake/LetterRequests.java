package fairway.intake;

import fairway.identity.Accounts;
import fairway.limits.Decision;
import fairway.limits.Limits;
import fairway.limits.Rate;
import fairway.promises.Promises;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** New access codes by post for codes that were lost or ran out; who asks never learns whether one is sent. */
@Service
class LetterRequests {
    static final String PROMISE = "intake.letter";

    private final PaperFiles files;
    private final AccessLetters letters;
    private final JdbcClient db;
    private final Intake.Tools tools;
    private final Keeping keeping;

    LetterRequests(PaperFiles files, AccessLetters letters, JdbcClient db, Intake.Tools tools, Keeping keeping) {
        this.files = files;
        this.letters = letters;
        this.db = db;
        this.tools = tools;
        this.keeping = keeping;
    }

    @Component("intakeKeeping")
    record Keeping(Limits limits, Promises promises, Accounts accounts, IntakeSettings settings) {}

    /** When one may ask again; empty where it is asked for. */
    Optional<Instant> ask(UUID by, FilingNumber number, LocalDate born) {
        var limits = keeping.limits();
        if (limits.take(Rate.ACCESS_LETTERS_BY_ONE_ACCOUNT, by.toString()) instanceof Decision.Wait(var until)) {
            return Optional.of(until);
        }
        var file = files.find(number).orElse(null);
        var inTime =
                limits.take(Rate.ACCESS_LETTERS, Claims.about(number, file)).permitted();
        var theirs = files.bornOn(file, born);
        var wanted = file != null && inTime && theirs ? file.id() : null;
        tools.transactions().executeWithoutResult(state -> add(by, wanted));
        return Optional.empty();
    }

    /** By when a letter that is asked for now leaves the house. */
    Instant by() {
        return tools.clock().instant().plus(keeping.settings().letter());
    }

    private void add(UUID by, @Nullable UUID file) {
        var id = tools.ids().generate();
        var now = tools.clock().instant();
        db.sql("""
                insert into intake.letter_request (id, paper_file, asked_by, asked_at) values (:id, :file, :by, :now)
                """)
                .param("id", id)
                .param("file", file, java.sql.Types.OTHER)
                .param("by", by)
                .param("now", Timestamp.from(now))
                .update();
        keeping.promises().open(PROMISE, id.toString(), by, by());
        tools.jobs()
                .scheduleIfNotExists(IntakeJobs.LETTER.instance(id.toString()).scheduledTo(now));
    }

    /** Sends what was asked for; the code before stops working in the moment in which the letter is on its way. */
    void send(UUID request) {
        var file = fileOf(request);
        var born = file.flatMap(found -> Optional.ofNullable(
                keeping.accounts().profileOf(found.account()).born()));
        var fresh = born.map(letters::fresh);
        tools.transactions().executeWithoutResult(state -> {
            if (done(request)) {
                fresh.filter(made -> files.renew(file.orElseThrow().id(), made.lock()))
                        .ifPresent(made -> letters.post(file.orElseThrow(), made, request));
            }
        });
    }

    private Optional<PaperFile> fileOf(UUID request) {
        return db.sql("select paper_file from intake.letter_request where id = :id and paper_file is not null")
                .param("id", request)
                .query((row, n) -> row.getObject("paper_file", UUID.class))
                .optional()
                .flatMap(files::find);
    }

    private boolean done(UUID request) {
        keeping.promises().keep(PROMISE, request.toString());
        return db.sql("update intake.letter_request set done_at = :now where id = :id and done_at is null")
                        .param("now", Timestamp.from(tools.clock().instant()))
                        .param("id", request)
                        .update()
                == 1;
    }
}
