package fairway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for servers that are started later: none that the system hands out by itself to whoever connects or listens
 * meanwhile, and each only once in a run.
 */
public final class Ports {
    private static final int FIRST = 20_000;
    private static final int MOST = 10_000;
    private static final AtomicInteger NEXT =
            new AtomicInteger((int) (ProcessHandle.current().pid() * 100 % MOST));

    private Ports() {}

    /** Nobody listens there now. */
    public static int free() {
        for (int tries = 0; tries < MOST; tries++) {
            int port = FIRST + NEXT.getAndIncrement() % MOST;
            if (nobodyListensAt(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No port is free");
    }

    private static boolean nobodyListensAt(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
