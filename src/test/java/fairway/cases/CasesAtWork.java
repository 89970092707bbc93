package fairway.cases;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.audit.Audit;
import fairway.cases.ActResult.Done;
import fairway.filing.ReceiptLookup;
import fairway.filing.TestFilings;
import fairway.signin.TestPeople;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A person, two officers, and cases that wait for nobody else. */
@FairwayTest
abstract class CasesAtWork {
    @Autowired
    Cases cases;

    @Autowired
    TestFilings filings;

    @Autowired
    TestPeople people;

    @Autowired
    ReceiptLookup receipts;

    @Autowired
    TestClock clock;

    @Autowired
    TestJobs jobs;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    UUID ana = new UUID(0, 0);
    Officer first = new Officer(ana, false);
    Officer second = new Officer(ana, false);

    @BeforeEach
    void people() {
        clock.set(TestClock.START);
        ana = people.person("Ana Ruiz", Locale.ENGLISH);
        first = new Officer(people.officer("Officer One", "OFFICER"), false);
        second = new Officer(people.officer("Officer Two", "OFFICER"), false);
        takeAll();
    }

    ReceiptNumber taken() {
        filings.receive(ana, "Ana Ruiz", Locale.ENGLISH);
        return cases.takeNext(first).orElseThrow();
    }

    ReceiptNumber asked(LocalDate lastDay) {
        var receipt = taken();
        assertThat(cases.requestEvidence(first, seen(first, receipt), "Send your passport.", lastDay))
                .isInstanceOf(Done.class);
        return receipt;
    }

    CaseVersion seen(Officer officer, ReceiptNumber receipt) {
        return cases.open(officer, receipt).orElseThrow().version();
    }

    void takeAll() {
        takeAllInto(new HashSet<>());
    }

    void takeAllInto(Set<ReceiptNumber> taken) {
        var nobody = new Officer(people.officer("Sweeper", "SUPERVISOR"), true);
        var next = cases.takeNext(nobody);
        while (next.isPresent()) {
            taken.add(next.get());
            next = cases.takeNext(nobody);
        }
    }

    static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<java.util.concurrent.Future<T>>();
            for (int i = 0; i < times; i++) {
                running.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            start.countDown();
            var results = new ArrayList<T>();
            for (var one : running) {
                results.add(one.get());
            }
            return results;
        }
    }
}
