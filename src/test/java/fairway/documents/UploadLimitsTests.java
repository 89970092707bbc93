package fairway.documents;

import static fairway.documents.Samples.picture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairway.audit.Actor;
import fairway.audit.Subject;
import fairway.documents.UploadResult.Refused;
import fairway.documents.UploadResult.Stored;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is too much, too slow, harmful or broken off leaves nothing behind. */
class UploadLimitsTests extends HeldFiles {
    @Test
    @Tag("FIL-5")
    void a_harmful_file_is_refused_and_leaves_nothing() throws IOException {
        long before = files().count();
        assertThat(reason(upload("b.jpg", Samples.joined(picture("jpg"), Samples.ascii(Samples.EICAR)))))
                .isEqualTo(Refusal.INFECTED);
        assertThat(files().count()).isEqualTo(before);
        assertThat(documents.of(draft)).isEmpty();
        assertThat(audit.about(Subject.of("draft", draft.id())).toString()).contains("document.refused-infected");
    }

    @Test
    @Tag("A41")
    void one_account_sends_so_much_at_once_and_so_much_in_a_day() throws Exception {
        var account = UUID.randomUUID();
        var greedy = Actor.person(account);
        var most = settings.account();
        db.sql("insert into documents.traffic (account, day, files, bytes) values (?, ?, 0, ?)")
                .params(
                        account,
                        clock.instant().atZone(ZoneOffset.UTC).toLocalDate(),
                        most.bytes().toBytes())
                .update();
        assertThat(reason(new Upload(
                        draft, "e", "a.png", new java.io.ByteArrayInputStream(picture("png")), greedy, false)))
                .isEqualTo(Refusal.QUOTA);
        clock.advance(Duration.ofDays(1));
        assertThat(documents.receive(new Upload(
                        draft, "e", "a.png", new java.io.ByteArrayInputStream(picture("png")), greedy, false)))
                .isInstanceOf(Stored.class);

        var traffic = new Traffic(db, settings, clock);
        var passes = new java.util.ArrayList<Traffic.Pass>();
        for (int i = 0; i < most.atOnce(); i++) {
            passes.add(traffic.enter(account));
        }
        assertThatThrownBy(() -> traffic.enter(account)).isInstanceOf(fairway.ui.Busy.class);
        passes.removeLast().close();
        traffic.enter(account).close();
    }

    @Test
    @Tag("A41")
    void a_file_without_end_is_cut_at_the_limit_and_leaves_nothing() throws IOException {
        long before = files().count();
        assertThat(documents.receive(new Upload(draft, "e", "a.pdf", endless(), ANA, false)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Refusal.TOO_BIG));
        assertThat(files().count()).isEqualTo(before);
        assertThat(litter()).isZero();
    }

    @Test
    @Tag("A41")
    void an_upload_that_breaks_off_leaves_nothing() throws IOException {
        long before = files().count();
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }

            @Override
            public int read(byte[] target, int from, int length) throws IOException {
                throw new IOException("gone");
            }
        };
        assertThat(reason(new Upload(draft, "e", "a.pdf", broken, ANA, false))).isEqualTo(Refusal.INTERRUPTED);
        assertThat(files().count()).isEqualTo(before);
        assertThat(litter()).isZero();
    }

    @Test
    @Tag("A41")
    void an_upload_that_takes_too_long_is_stopped() {
        var slow = new InputStream() {
            @Override
            public int read() {
                clock.advance(Duration.ofMinutes(1));
                return 'x';
            }

            @Override
            public int read(byte[] target, int from, int length) {
                target[from] = (byte) read();
                return 1;
            }
        };
        assertThat(reason(new Upload(draft, "e", "a.pdf", slow, ANA, false))).isEqualTo(Refusal.TOO_SLOW);
    }

    @Test
    @Tag("A41")
    void fifty_files_are_enough() {
        for (int i = 0; i < 50; i++) {
            stored(upload("a" + i + ".png", picture("png")));
        }
        assertThat(reason(upload("b.png", picture("png")))).isEqualTo(Refusal.TOO_MANY);
    }

    @Test
    @Tag("A41")
    void a_kill_between_file_and_row_leaves_litter_that_is_swept() throws IOException {
        var id = UUID.randomUUID();
        db.sql("insert into documents.litter (id, vault_key, since) values (?, ?, now() - interval '10 years')")
                .params(id, UUID.randomUUID())
                .update();
        var file = new Blobs(settings.folder());
        file.create(id).close();
        file.keep(id);
        jobs.runDue();
        clock.advance(Duration.ofMinutes(11));
        jobs.runDue();
        assertThat(files().filter(path -> path.toString().contains(id.toString())))
                .isEmpty();
    }
}
