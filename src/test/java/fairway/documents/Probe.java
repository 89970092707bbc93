package fairway.documents;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a worker taken over by a file could do: says so for each thing that works. */
final class Probe {
    private Probe() {}

    public static void main(String[] arguments) {
        System.out.println("here");
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])), 5_000);
            System.out.println("network");
        } catch (IOException locked) {
            System.out.println("offline");
        }
        try {
            Files.writeString(Path.of(arguments[1], "written"), "something");
            System.out.println("wrote");
        } catch (IOException locked) {
            System.out.println("read-only");
        }
        if (System.getenv().keySet().stream().anyMatch(name -> name.startsWith("FAIRWAY"))) {
            System.out.println("environment");
        }
    }
}
