package fairway.intake;

import fairway.calendar.LegalCalendar;
import fairway.cases.Cases;
import fairway.delivery.Channel;
import fairway.delivery.Delivery;
import fairway.delivery.Message;
import fairway.delivery.Purpose;
import fairway.identity.Account;
import fairway.identity.Accounts;
import fairway.identity.PersonName;
import fairway.identity.PostalAddress;
import fairway.intake.PaperFile.Lock;
import fairway.passwords.Passwords;
import fairway.ui.Texts;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Letters to the people of filings on paper, always to the address on file. */
@Component
class AccessLetters {
    static final String ACCESS = "intake.access";
    static final String LOCKED = "intake.locked";

    private final Delivery delivery;
    private final Passwords passwords;
    private final IntakeSettings settings;
    private final Known known;
    private final Sources sources;

    AccessLetters(Delivery delivery, Passwords passwords, IntakeSettings settings, Known known, Sources sources) {
        this.delivery = delivery;
        this.passwords = passwords;
        this.settings = settings;
        this.known = known;
        this.sources = sources;
    }

    @Component("intakeKnown")
    record Known(Accounts accounts, Cases cases, LegalCalendar calendar, Texts texts) {}

    @Component("intakeSources")
    record Sources(SecureRandom random, InstantSource clock) {}

    /** A code that only its letter will know, and what we keep of it. */
    record Fresh(AccessCode code, Lock lock) {}

    /** Slow; not inside a transaction. */
    Fresh fresh(LocalDate born) {
        var code = AccessCode.fresh(sources.random());
        return new Fresh(
                code,
                new Lock(
                        passwords.hash(code.with(born)),
                        sources.clock().instant().plus(settings.code())));
    }

    /** The Account Access Notice. */
    void post(PaperFile file, Fresh fresh, UUID cause) {
        var account = known.accounts().find(file.account()).orElseThrow();
        var language = account.language();
        var values = new HashMap<>(values(file, account));
        values.put("code", fresh.code().grouped());
        values.put("until", day(language, fresh.lock().expiresAt()));
        send(ACCESS, account, values, cause);
    }

    /** Somebody tried wrong codes until we stopped it. */
    void warn(PaperFile file, UUID cause) {
        var account = known.accounts().find(file.account()).orElseThrow();
        send(LOCKED, account, values(file, account), cause);
    }

    private Map<String, String> values(PaperFile file, Account account) {
        var language = account.language();
        var form = known.cases().find(file.caseId()).orElseThrow().form();
        return Map.of(
                "to", envelope(account),
                "number", file.number().grouped(),
                "receipt", file.receipt().grouped(),
                "form", known.texts().text(language, "cases.form." + form),
                "date", day(language, sources.clock().instant()),
                "link", ClaimPages.PATH,
                "start_link", "/sign-up",
                "letter_link", ClaimPages.LETTER);
    }

    private void send(String template, Account account, Map<String, String> values, UUID cause) {
        delivery.send(new Message(
                template + "/" + cause,
                Channel.LETTER,
                values.getOrDefault("to", ""),
                account.language(),
                template,
                values,
                account.id(),
                Purpose.CASE));
    }

    private String envelope(Account account) {
        var profile = known.accounts().profileOf(account.id());
        PersonName name = profile.name();
        var lines = profile.mailOn(known.calendar().today())
                .map(stay -> stay.address())
                .map(PostalAddress::lines)
                .orElse(List.of());
        return (name == null ? account.shownName() : name.whole()) + "\n" + String.join("\n", lines);
    }

    private String day(Locale language, Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(Locale.of(language.getLanguage(), "US"))
                .format(known.calendar().dayOf(at));
    }
}
