package fairway.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/** A multipart form read while it arrives, part after part, never holding more than one piece of what the network gave. */
final class Multipart {
    private static final int PIECE = 32_768;
    private static final int LONGEST_FIELD = 8_192;
    private static final int MOST_PARTS = 100;
    private static final int LONGEST_HEADERS = 4_096;

    private final InputStream body;
    private final Events events = new Events();
    private final MultiPart.Parser parser;

    Multipart(InputStream body, String boundary) {
        this.body = body;
        this.parser = new MultiPart.Parser(boundary, events);
        parser.setMaxParts(MOST_PARTS);
        parser.setPartHeadersMaxLength(LONGEST_HEADERS);
    }

    /** A field or a file of the form. */
    record Piece(String name, @Nullable String fileName, InputStream content) {
        String text() throws IOException {
            var bytes = content.readNBytes(LONGEST_FIELD + 1);
            if (bytes.length > LONGEST_FIELD) {
                throw new IOException("A field of the form is too long");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** The next part; what was left of the one before is read away. */
    Optional<Piece> next() throws IOException {
        while (true) {
            var event = take();
            if (event instanceof Begin(String name, String fileName)) {
                return Optional.of(new Piece(name, fileName, new PieceStream()));
            }
            if (event instanceof Done) {
                events.queue.addFirst(event);
                return Optional.empty();
            }
        }
    }

    private Event take() throws IOException {
        while (events.queue.isEmpty()) {
            var piece = new byte[PIECE];
            int n = body.read(piece);
            parser.parse(n < 0 ? Content.Chunk.EOF : Content.Chunk.from(ByteBuffer.wrap(piece, 0, n), false));
            if (n < 0 && events.queue.isEmpty()) {
                throw new IOException("The form ends in the middle");
            }
        }
        var event = events.queue.removeFirst();
        if (event instanceof Broken(Throwable cause)) {
            throw new IOException("Not a form: " + cause.getMessage());
        }
        return event;
    }

    private sealed interface Event {}

    private record Begin(String name, @Nullable String fileName) implements Event {}

    private record Bytes(ByteBuffer buffer) implements Event {}

    private record End() implements Event {}

    private record Done() implements Event {}

    private record Broken(Throwable cause) implements Event {}

    private static final class Events extends MultiPart.AbstractPartsListener {
        private final Deque<Event> queue = new ArrayDeque<>();

        @Override
        public void onPartHeaders() {
            queue.add(new Begin(Objects.requireNonNullElse(getName(), ""), getFileName()));
        }

        @Override
        public void onPartContent(Content.Chunk chunk) {
            if (chunk.hasRemaining()) {
                queue.add(new Bytes(chunk.getByteBuffer().slice()));
            }
        }

        @Override
        public void onPart(String name, String fileName, org.eclipse.jetty.http.HttpFields headers) {
            queue.add(new End());
        }

        @Override
        public void onComplete() {
            queue.add(new Done());
        }

        @Override
        public void onFailure(Throwable failure) {
            queue.add(new Broken(failure));
        }
    }

    private final class PieceStream extends InputStream {
        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            var event = take();
            if (!(event instanceof Bytes(ByteBuffer buffer))) {
                events.queue.addFirst(event);
                return -1;
            }
            int n = Math.min(length, buffer.remaining());
            buffer.get(target, from, n);
            if (buffer.hasRemaining()) {
                events.queue.addFirst(event);
            }
            return n;
        }
    }
}
