package fairway.passwords;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.ThreadFactory;

/**
 * Threads that leave the cores to whoever else wants them: while passwords are tried by the thousand, pages are still made. Java's
 * own priorities change nothing on Linux; {@code setpriority(2)} with 0 means the calling thread, and needs no right to step back.
 */
final class GivingWay implements ThreadFactory {
    /** A third of the share of a thread that does not give way. */
    static final int NICE = 5;

    private static final int WHICH_PROCESS = 0;
    private static final int THIS_THREAD = 0;

    @Override
    public Thread newThread(Runnable work) {
        return Thread.ofPlatform().name("hash").unstarted(() -> {
            stepBack();
            work.run();
        });
    }

    @SuppressWarnings("restricted") // a call out of Java, which ./fairway permits
    private static void stepBack() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return;
        }
        var linker = Linker.nativeLinker();
        var number = ValueLayout.JAVA_INT;
        var setpriority = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("setpriority"),
                FunctionDescriptor.of(number, number, number, number));
        try {
            int _ = (int) setpriority.invokeExact(WHICH_PROCESS, THIS_THREAD, NICE);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
