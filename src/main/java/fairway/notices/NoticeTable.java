package fairway.notices;

import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class NoticeTable {
    private final JdbcClient db;

    NoticeTable(JdbcClient db) {
        this.db = db;
    }

    /** Says whether it was new. */
    boolean add(Notice notice) {
        return db.sql("""
                insert into notices.notice (id, case_id, cause, kind, posted_at)
                values (:id, :case, :cause, :kind, :at)
                on conflict (case_id, cause) do nothing
                """)
                        .param("id", notice.id())
                        .param("case", notice.caseId())
                        .param("cause", notice.cause())
                        .param("kind", notice.kind().name())
                        .param("at", Timestamp.from(notice.postedAt()))
                        .update()
                == 1;
    }

    void addLetter(UUID notice, Locale language, byte[] sealed) {
        db.sql("insert into notices.letter (notice, language, content) values (:notice, :language, :content)")
                .param("notice", notice)
                .param("language", language.getLanguage())
                .param("content", sealed)
                .update();
    }

    Optional<Notice> find(UUID id) {
        return db.sql("select id, case_id, cause, kind, posted_at from notices.notice where id = :id")
                .param("id", id)
                .query((row, n) -> new Notice(
                        row.getObject("id", UUID.class),
                        row.getObject("case_id", UUID.class),
                        row.getLong("cause"),
                        NoticeKind.valueOf(row.getString("kind")),
                        row.getTimestamp("posted_at").toInstant()))
                .optional();
    }

    Optional<byte[]> letter(UUID notice, Locale language) {
        return column("content", notice, language);
    }

    Optional<byte[]> pdf(UUID notice, Locale language) {
        return column("pdf", notice, language);
    }

    void keepPdf(UUID notice, Locale language, byte[] sealed) {
        db.sql("update notices.letter set pdf = :pdf where notice = :notice and language = :language")
                .param("pdf", sealed)
                .param("notice", notice)
                .param("language", language.getLanguage())
                .update();
    }

    private Optional<byte[]> column(String column, UUID notice, Locale language) {
        List<byte[]> found = db.sql(
                        "select " + column + " from notices.letter where notice = :notice and language = :language and "
                                + column + " is not null")
                .param("notice", notice)
                .param("language", language.getLanguage())
                .query((row, n) -> row.getBytes(1))
                .list();
        return found.stream().findFirst();
    }
}
