package fairway.documents;

import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Sealed files on disk, under their ids in two levels of folders; a file has its name only once it is whole and on the disk. */
record Blobs(Path folder) {
    /** A new file; closing the stream writes it through to the disk. */
    OutputStream create(UUID id) throws IOException {
        var incoming = arriving(id);
        Files.createDirectories(incoming.getParent());
        var file = new FileOutputStream(incoming.toFile());
        return new FilterOutputStream(file) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                file.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                if (file.getChannel().isOpen()) {
                    file.getChannel().force(true);
                }
                file.close();
            }
        };
    }

    InputStream arrived(UUID id) throws IOException {
        return Files.newInputStream(arriving(id));
    }

    /** From now on it can be read. */
    void keep(UUID id) throws IOException {
        var target = place(id);
        Files.createDirectories(target.getParent());
        Files.move(arriving(id), target, StandardCopyOption.ATOMIC_MOVE);
        try (var directory = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    InputStream read(UUID id) throws IOException {
        return Files.newInputStream(place(id));
    }

    void remove(UUID id) throws IOException {
        Files.deleteIfExists(arriving(id));
        Files.deleteIfExists(place(id));
    }

    private Path arriving(UUID id) {
        return folder.resolve("incoming").resolve(id + ".part");
    }

    /** By the random end of the id: its beginning is the time and would fill one folder. */
    private Path place(UUID id) {
        var name = id.toString();
        return folder.resolve(name.substring(34))
                .resolve(name.substring(32, 34))
                .resolve(name + ".sealed");
    }
}
