package fairway.notices;

import fairway.calendar.Deadline;
import fairway.calendar.LegalCalendar;
import fairway.paper.Letter;
import fairway.paper.Letter.Fact;
import fairway.paper.Letter.Section;
import fairway.ui.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes a notice: plain words, the number, what we decided or need, by when, what the person can do. */
@Component
class LetterWriter {
    private final Texts texts;
    private final LegalCalendar calendar;
    private final String agency;

    LetterWriter(
            Texts texts, LegalCalendar calendar, @Value("${fairway.ui.agency:Demonstration Office}") String agency) {
        this.texts = texts;
        this.calendar = calendar;
        this.agency = agency;
    }

    Letter write(NoticeKind kind, Locale language, Contents contents) {
        return new Letter(
                text(language, kind.key("title")),
                language,
                agency,
                texts.standIns() ? text(language, "notices.demo") : "",
                List.of(contents.applicant(), text(language, "notices.by_account")),
                facts(kind, language, contents),
                sections(kind, language, contents),
                List.of(text(language, "notices.contact.1"), text(language, "notices.contact.2", agency)));
    }

    private List<Fact> facts(NoticeKind kind, Locale language, Contents contents) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(text(language, "notices.fact.receipt"), contents.receipt()));
        facts.add(new Fact(text(language, "notices.fact.form"), text(language, "cases.form." + contents.form())));
        facts.add(new Fact(text(language, "notices.fact.received"), date(language, contents.receivedAt())));
        facts.add(new Fact(text(language, "notices.fact.notice"), date(language, contents.now())));
        if (kind == NoticeKind.EVIDENCE) {
            facts.add(new Fact(text(language, "notices.fact.due"), day(language, contents.lastDay())));
        }
        return facts;
    }

    private List<Section> sections(NoticeKind kind, Locale language, Contents contents) {
        var sections = new ArrayList<Section>();
        if (!language.equals(Texts.LANGUAGES.getFirst())) {
            sections.add(
                    new Section(text(language, "notices.translation"), text(language, "notices.translation.text")));
        }
        switch (kind) {
            case RECEIPT -> receipt(sections, language, contents);
            case EVIDENCE -> evidence(sections, language, contents);
            case APPROVAL -> approval(sections, language, contents);
            case DENIAL -> denial(sections, language, contents);
            case CLOSURE, REJECTION -> ending(sections, kind, language, contents);
        }
        return sections;
    }

    private void receipt(List<Section> sections, Locale language, Contents contents) {
        sections.add(section(language, "RECEIPT.means", date(language, contents.receivedAt())));
        sections.add(section(language, "RECEIPT.next"));
        sections.add(section(language, "RECEIPT.you", day(language, addressDay(contents))));
        sections.add(section(language, "RECEIPT.follow", contents.receipt()));
    }

    private void evidence(List<Section> sections, Locale language, Contents contents) {
        sections.add(words(language, "EVIDENCE.asked", contents));
        sections.add(section(language, "EVIDENCE.when", day(language, contents.lastDay()), zone(language)));
        sections.add(section(language, "EVIDENCE.how"));
        sections.add(section(language, "EVIDENCE.else"));
    }

    private void approval(List<Section> sections, Locale language, Contents contents) {
        sections.add(section(language, "APPROVAL.decided", date(language, contents.now())));
        if (!contents.words().isBlank()) {
            sections.add(words(language, "APPROVAL.remarks", contents));
        }
        sections.add(section(language, "APPROVAL.next"));
        sections.add(section(language, "APPROVAL.you"));
    }

    private void denial(List<Section> sections, Locale language, Contents contents) {
        var motion = calendar.deadline("appeal.i290b", calendar.dayOf(contents.now()));
        sections.add(section(language, "DENIAL.decided", date(language, contents.now())));
        sections.add(words(language, "DENIAL.reasons", contents));
        sections.add(section(language, "DENIAL.can", day(language, motion.date()), confirmed(language, motion)));
        sections.add(section(language, "DENIAL.again"));
    }

    private void ending(List<Section> sections, NoticeKind kind, Locale language, Contents contents) {
        sections.add(section(language, kind.name() + ".decided", date(language, contents.now())));
        sections.add(words(language, kind.name() + ".reasons", contents));
        sections.add(section(language, kind.name() + ".can"));
    }

    private String confirmed(Locale language, Deadline deadline) {
        return deadline.confirmed() ? "" : text(language, "notices.unconfirmed", deadline.source());
    }

    private LocalDate addressDay(Contents contents) {
        return calendar.deadline("address.change", calendar.dayOf(contents.now()))
                .date();
    }

    private Section section(Locale language, String part, Object... arguments) {
        return new Section(
                text(language, "notices." + part),
                text(language, "notices." + part + ".text", arguments).strip());
    }

    /** What an officer wrote, paragraph by paragraph. */
    private Section words(Locale language, String part, Contents contents) {
        var paragraphs = new ArrayList<String>();
        if (!language.equals(Texts.LANGUAGES.getFirst())) {
            paragraphs.add(text(language, "notices.in_english"));
        }
        contents.words()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(paragraphs::add);
        return new Section(text(language, "notices." + part), paragraphs, List.of());
    }

    private String text(Locale language, String key, Object... arguments) {
        return texts.text(language, key, arguments);
    }

    private String date(Locale language, Instant instant) {
        return format(FormatStyle.LONG, language).format(calendar.dayOf(instant));
    }

    private static String day(Locale language, LocalDate day) {
        return format(FormatStyle.FULL, language).format(day);
    }

    private String zone(Locale language) {
        return calendar.zone().getDisplayName(java.time.format.TextStyle.FULL_STANDALONE, language);
    }

    private static DateTimeFormatter format(FormatStyle style, Locale language) {
        return DateTimeFormatter.ofLocalizedDate(style).withLocale(Locale.of(language.getLanguage(), "US"));
    }
}
