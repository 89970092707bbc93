package fairway.bench;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Makes load: as fast as answers come, or at a fixed pace whether answers come or not. */
final class Load {
    private static final int MOST_AT_ONCE = 2_000;

    private Load() {}

    /** One request or a few that belong together; throws or returns what was wrong, null when all was right. */
    interface Step {
        @Nullable
        String run(int worker, long turn) throws Exception;
    }

    /** Each worker sends the next when the last is answered. */
    static Tally closed(int workers, Duration time, Step step) {
        var all = new Tally();
        long start = System.nanoTime();
        long stop = start + time.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < workers; i++) {
                int worker = i;
                threads.execute(() -> {
                    var mine = new Tally();
                    for (long turn = 0; System.nanoTime() < stop; turn++) {
                        once(step, mine, worker, turn, System.nanoTime());
                    }
                    all.add(mine);
                });
            }
        }
        all.lasted((System.nanoTime() - start) / 1e9);
        return all;
    }

    /**
     * The same until the answers come no faster: compilers need longer on a slow machine. The rate of a window has to stay
     * within a twentieth of the best before it, or {@code most} windows have to be over. Returns how long that took.
     */
    static Duration warm(int workers, Duration window, int most, Step step) {
        double best = 0;
        for (int i = 1; ; i++) {
            double rate = closed(workers, window, step).rate();
            if (i >= most || rate < best * 1.05) {
                return window.multipliedBy(i);
            }
            best = rate;
        }
    }

    /** So many a second; time counts from when a request was due, so that a slow answer is not hidden by waiting for it. */
    static Tally paced(double perSecond, Duration time, Step step) {
        return paced(perSecond, time, new AtomicBoolean(), step);
    }

    /** The same until told that it is over. */
    static Tally paced(double perSecond, Duration time, AtomicBoolean over, Step step) {
        var all = new Tally();
        var room = new Semaphore(MOST_AT_ONCE);
        long start = System.nanoTime();
        long turns = Math.round(perSecond * time.toNanos() / 1e9);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long i = 0; i < turns && !over.get(); i++) {
                long turn = i;
                long due = start + Math.round(i * 1e9 / perSecond);
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                if (!room.tryAcquire()) {
                    all.fault("not sent: " + MOST_AT_ONCE + " were waiting");
                    continue;
                }
                threads.execute(() -> {
                    try {
                        once(step, all, 0, turn, due);
                    } finally {
                        room.release();
                    }
                });
            }
            threads.shutdown();
            if (!threads.awaitTermination(60, TimeUnit.SECONDS)) {
                threads.shutdownNow();
                all.fault("no answer within a minute after the end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        all.lasted((System.nanoTime() - start) / 1e9);
        return all;
    }

    @SuppressWarnings("CatchAndPrintStackTrace")
    private static void once(Step step, Tally tally, int worker, long turn, long since) {
        try {
            var wrong = step.run(worker, turn);
            if (wrong == null) {
                tally.done(System.nanoTime() - since);
            } else {
                tally.fault(wrong);
            }
        } catch (CannotMeasure e) {
            tally.fault(String.valueOf(e.getMessage()));
        } catch (Exception e) {
            tally.fault(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }
}
