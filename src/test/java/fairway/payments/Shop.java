package fairway.payments;

import com.fasterxml.uuid.Generators;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.promises.Promises;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;

/** What the tests of paying have in common: one package of one person, and short words for what they do. */
abstract class Shop {
    @Autowired
    ApplicationContext application;

    @Autowired
    JdbcClient db;

    @Autowired
    TestClock clock;

    @Autowired
    TestJobs jobs;

    @Autowired
    ApplicationEvents events;

    @Autowired
    Promises promises;

    @Autowired
    Payments payments;

    final UUID pack = Generators.timeBasedEpochGenerator().generate();
    final UUID account = Generators.timeBasedEpochGenerator().generate();

    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    Quote quote(String... codes) {
        var owed = List.of(codes).stream().map(code -> new FeeCode(code, "why")).toList();
        return payments.quote(owed, LocalDate.of(2026, 11, 23));
    }

    Quote general() {
        return quote("i765.general");
    }

    Quote renewal() {
        return quote("i765.general", "i765.hr1.c8-renewal");
    }

    Begin begin(Quote quote) {
        return payments.begin(pack, account, quote, "/filing/" + pack, Locale.ENGLISH);
    }

    String redirect(Quote quote) {
        return begin(quote) instanceof Begin.Redirect(var url) ? url : "";
    }

    CardSession cardPage(Quote quote) {
        var url = redirect(quote);
        return bean(CardSessions.class)
                .find(url.substring(url.lastIndexOf('/') + 1))
                .orElseThrow();
    }

    CardSession pay(Quote quote, MagicCard card) {
        var session = cardPage(quote);
        bean(BuiltInCards.class).pay(session, card);
        return session;
    }

    /** What the return page does before it is drawn. */
    PaymentState comeBack() {
        bean(PaymentInquiry.class).askAll(pack);
        return payments.stateOf(pack);
    }

    List<Intent> attempts() {
        return bean(Intents.class).of(pack);
    }

    List<IntentState> states() {
        return attempts().stream().map(Intent::state).toList();
    }

    long settledEvents() {
        return events.stream(PaymentsSettled.class)
                .filter(event -> event.pack().equals(pack))
                .count();
    }

    List<String> failures() {
        return events.stream(PaymentFailed.class)
                .filter(event -> event.pack().equals(pack))
                .map(PaymentFailed::reason)
                .toList();
    }

    long booked(String accountName) {
        return db.sql("""
                select coalesce(sum(line.cents), 0)
                from payments.ledger_line line
                join payments.ledger_entry entry on entry.id = line.entry
                join payments.intent intent on intent.id = entry.intent
                where intent.pack = :pack and line.account = :account
                """)
                .param("pack", pack)
                .param("account", accountName)
                .query(Long.class)
                .single();
    }

    long wholeLedger() {
        return db.sql("select coalesce(sum(cents), 0) from payments.ledger_line")
                .query(Long.class)
                .single();
    }
}
