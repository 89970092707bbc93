package fairway.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;

/** ClamAV's daemon, asked over its own protocol: the file goes in pieces, the answer is one line. */
record Clamd(SocketAddress address, Duration patience) implements Scanner {
    private static final int PIECE = 65_536;
    private static final int LONGEST_ANSWER = 1_024;

    /** From the setting: {@code host:port} or {@code unix:/path}. */
    static Clamd at(String setting, Duration patience) {
        if (setting.startsWith("unix:")) {
            return new Clamd(UnixDomainSocketAddress.of(setting.substring(5)), patience);
        }
        int colon = setting.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("fairway.documents.clamd is neither host:port nor unix:/path");
        }
        return new Clamd(
                new InetSocketAddress(setting.substring(0, colon), Integer.parseInt(setting.substring(colon + 1))),
                patience);
    }

    @Override
    public boolean elsewhere() {
        return true;
    }

    @Override
    public Finding scan(InputStream content) throws IOException {
        var answer = ask("zINSTREAM\0", content);
        if (answer.endsWith(" FOUND")) {
            return new Finding(Verdict.INFECTED, shortened(version() + " " + answer));
        }
        if (answer.equals("stream: OK")) {
            return new Finding(Verdict.CLEAN, shortened(version()));
        }
        throw new IOException("clamd: " + answer);
    }

    private String version() throws IOException {
        return ask("zVERSION\0", InputStream.nullInputStream());
    }

    private String ask(String command, InputStream content) throws IOException {
        try (var channel = SocketChannel.open(
                address instanceof UnixDomainSocketAddress
                        ? java.net.StandardProtocolFamily.UNIX
                        : java.net.StandardProtocolFamily.INET)) {
            var alarm = ForkJoinPool.commonPool()
                    .schedule(() -> close(channel), patience.toMillis(), TimeUnit.MILLISECONDS);
            try {
                channel.connect(
                        address instanceof InetSocketAddress internet
                                ? new InetSocketAddress(internet.getHostString(), internet.getPort())
                                : address);
                write(channel, ByteBuffer.wrap(command.getBytes(StandardCharsets.US_ASCII)));
                if (command.startsWith("zINSTREAM")) {
                    send(channel, content);
                }
                return answer(channel);
            } finally {
                alarm.cancel(false);
            }
        }
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(SocketChannel channel, InputStream content) throws IOException {
        var piece = new byte[PIECE];
        for (int n = content.readNBytes(piece, 0, PIECE); n > 0; n = content.readNBytes(piece, 0, PIECE)) {
            write(channel, ByteBuffer.allocate(4 + n).putInt(n).put(piece, 0, n).flip());
        }
        write(channel, ByteBuffer.allocate(4).putInt(0).flip());
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static String answer(SocketChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(LONGEST_ANSWER);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            if (bytes.position() > 0 && bytes.get(bytes.position() - 1) == 0) {
                break;
            }
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8)
                .replace("\0", "")
                .strip();
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), 200));
    }
}
