package fairway.documents;

import fairway.documents.Structure.Objection;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One worker process and the talk with it; whatever it says is doubted. */
final class Cell implements AutoCloseable {
    private static final int MOST_ARGUMENTS = 4;

    private final Process process;
    private final DataOutputStream to;
    private final DataInputStream from;
    private final AtomicInteger tasks = new AtomicInteger();

    private Cell(Process process) {
        this.process = process;
        this.to = new DataOutputStream(process.getOutputStream());
        this.from = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    /** The worker died, spoke nonsense or was killed for taking too long. */
    static final class Broken extends Exception {
        private final boolean late;

        Broken(boolean late) {
            super(late ? "took too long" : "ended", null, false, false);
            this.late = late;
        }

        boolean late() {
            return late;
        }
    }

    /** What is asked of a worker: to examine a file of this name, or to show a page of a file of this type. */
    record Task(int kind, String name, int page, int size) {}

    /** Reads the rest of an answer. */
    interface Answer<T> {
        T read(DataInputStream from) throws IOException;
    }

    /** Starts the process and waits until it is ready. */
    static Cell start(ProcessBuilder command, Duration patience) throws IOException {
        var cell =
                new Cell(command.redirectError(ProcessBuilder.Redirect.DISCARD).start());
        try {
            return cell.within(patience, () -> {
                if (cell.from.readByte() != Worker.READY) {
                    throw new IOException("not ready");
                }
                return cell;
            });
        } catch (Broken broken) {
            cell.close();
            throw new IOException("No worker: " + String.join(" ", command.command()), broken);
        }
    }

    /** How many tasks it was given. */
    int tasks() {
        return tasks.get();
    }

    boolean alive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Sends the task with its file and waits for the answer; a failure to read the file is the caller's. */
    <T> T ask(Task task, InputStream content, Duration patience, Answer<T> answer)
            throws Broken, Objection, IOException {
        tasks.incrementAndGet();
        var unread = new ArrayList<IOException>();
        try {
            var outcome = within(patience, () -> {
                send(task, content, unread);
                return reply(answer);
            });
            return outcome.get();
        } catch (Broken broken) {
            if (!unread.isEmpty()) {
                throw unread.getFirst();
            }
            throw broken;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private interface Outcome<T> {
        T get() throws Objection;
    }

    private interface Talk<T> {
        T hold() throws IOException;
    }

    private <T> T within(Duration patience, Talk<T> talk) throws Broken {
        var alarm = ForkJoinPool.commonPool()
                .schedule(process::destroyForcibly, patience.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return talk.hold();
        } catch (IOException | RuntimeException nonsense) {
            process.destroyForcibly();
            throw new Broken(alarm.isDone());
        } finally {
            alarm.cancel(false);
        }
    }

    private void send(Task task, InputStream content, List<IOException> unread) throws IOException {
        to.writeByte(task.kind());
        to.writeUTF(task.name());
        to.writeInt(task.page());
        to.writeInt(task.size());
        var buffer = new byte[65_536];
        for (int left = task.size(); left > 0; ) {
            int n = read(content, buffer, Math.min(left, buffer.length), unread);
            to.write(buffer, 0, n);
            left -= n;
        }
        to.flush();
    }

    private static int read(InputStream content, byte[] buffer, int most, List<IOException> unread) throws IOException {
        try {
            int n = content.read(buffer, 0, most);
            if (n < 0) {
                throw new IOException("The file is shorter than it was");
            }
            return n;
        } catch (IOException e) {
            unread.add(e);
            throw e;
        }
    }

    private <T> Outcome<T> reply(Answer<T> answer) throws IOException {
        int kind = from.readByte();
        if (kind == Worker.REFUSED) {
            var objection = objection();
            return () -> {
                throw objection;
            };
        }
        if (kind != Worker.EXAMINED && kind != Worker.SHOWN) {
            throw new IOException("nonsense");
        }
        var read = answer.read(from);
        return () -> read;
    }

    private Objection objection() throws IOException {
        var reason = Refusal.valueOf(from.readUTF());
        int count = from.readInt();
        if (count < 0 || count > MOST_ARGUMENTS) {
            throw new IOException("nonsense");
        }
        var arguments = new Object[count];
        for (int i = 0; i < count; i++) {
            boolean number = from.readBoolean();
            var text = FileNames.shown(from.readUTF());
            arguments[i] = number ? Integer.valueOf(text) : text;
        }
        return new Objection(reason, arguments);
    }
}
