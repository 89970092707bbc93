package fairway.documents;

import fairway.documents.Structure.Objection;
import fairway.ui.Busy;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Files of strangers are parsed in here and nowhere else: in a few processes without rights, started when they are needed, kept
 * while there is work, killed when they take too long.
 */
@Component("documentsSandbox")
class Sandbox implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);
    private static final int MOST_TASKS = 100;
    private static final int LARGEST_PICTURE = 8 << 20;
    private static final Duration KEPT = Duration.ofMinutes(2);
    private static final Duration LONGEST_QUEUE = Duration.ofMinutes(5);

    private final Confinement confinement;
    private final Duration patience;
    private final Semaphore places;
    private final ConcurrentLinkedDeque<Cell> idle = new ConcurrentLinkedDeque<>();

    Sandbox(DocumentSettings settings) {
        this.confinement = new Confinement(settings);
        this.patience = settings.sandbox().patience();
        this.places = new Semaphore(settings.sandbox().workers(), true);
    }

    /** Opens the file; again when a worker has to be replaced. */
    interface Source {
        InputStream open() throws IOException;
    }

    /** The type of a file that is in order. */
    Examined examine(Source content, long size, String fileName) throws Objection, IOException {
        var shown = FileNames.shown(fileName);
        return run(new Cell.Task(Worker.EXAMINE, shown, 0, (int) size), content, from -> {
            return new Examined(FileType.valueOf(from.readUTF()), from.readInt());
        });
    }

    /** One page, counted from 1, drawn anew, so that nothing of the file itself is left in it. */
    Picture show(Source content, long size, FileType type, int page) throws Objection, IOException {
        return run(new Cell.Task(Worker.SHOW, type.name(), page, (int) size), content, from -> picture(from, page));
    }

    Confinement.Way way() {
        return confinement.way();
    }

    @Override
    public void destroy() {
        for (var cell = idle.poll(); cell != null; cell = idle.poll()) {
            cell.close();
        }
    }

    private static Picture picture(DataInputStream from, int page) throws IOException {
        int pages = from.readInt();
        int width = from.readInt();
        int height = from.readInt();
        int length = from.readInt();
        if (length < 1 || length > LARGEST_PICTURE || page > pages) {
            throw new IOException("nonsense");
        }
        var jpeg = new byte[length];
        from.readFully(jpeg);
        return new Picture(page, pages, width, height, jpeg);
    }

    private <T> T run(Cell.Task task, Source content, Cell.Answer<T> answer) throws Objection, IOException {
        takePlace();
        try {
            var used = idle.poll();
            if (used != null && used.alive()) {
                try {
                    return ask(used, task, content, answer);
                } catch (Cell.Broken broken) {
                    if (broken.late()) {
                        throw new Objection(Refusal.UNREADABLE);
                    }
                }
            }
            return ask(fresh(), task, content, answer);
        } catch (Cell.Broken broken) {
            LOG.warn("a file of {} bytes broke its worker: {}", task.size(), broken.getMessage());
            throw new Objection(Refusal.UNREADABLE);
        } finally {
            places.release();
        }
    }

    private <T> T ask(Cell cell, Cell.Task task, Source content, Cell.Answer<T> answer)
            throws Objection, IOException, Cell.Broken {
        boolean sound = false;
        try (var stream = content.open()) {
            var result = cell.ask(task, stream, patience, answer);
            sound = true;
            return result;
        } finally {
            if (sound && cell.tasks() < MOST_TASKS) {
                keep(cell);
            } else {
                cell.close();
            }
        }
    }

    /** A worker that was given nothing for a while ends; one that found something wrong with a file already has. */
    private void keep(Cell cell) {
        idle.addFirst(cell);
        int tasks = cell.tasks();
        CompletableFuture.delayedExecutor(KEPT.toSeconds(), TimeUnit.SECONDS).execute(() -> {
            if (cell.tasks() == tasks && idle.remove(cell)) {
                cell.close();
            }
        });
    }

    private Cell fresh() {
        try {
            return confinement.start();
        } catch (IOException e) {
            LOG.error("no worker for files can be started: {}", e.getMessage());
            throw new Busy(Duration.ofSeconds(60));
        }
    }

    private void takePlace() {
        try {
            if (!places.tryAcquire(LONGEST_QUEUE.toSeconds(), TimeUnit.SECONDS)) {
                throw new Busy(Duration.ofSeconds(60));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy(Duration.ofSeconds(60));
        }
    }
}
