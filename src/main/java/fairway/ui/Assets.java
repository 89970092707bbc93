package fairway.ui;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.GZIPOutputStream;
import org.springframework.stereotype.Component;

/** The files every page needs, held in memory, named by the hash of what is in them. */
@Component
class Assets {
    static final String FOLDER = "/assets/";
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "svg", "image/svg+xml",
            "woff2", "font/woff2");

    private final Map<String, String> addresses = new HashMap<>();
    private final Map<String, File> files = new HashMap<>();

    /** A file ready to be sent; {@code packed} is the gzip form, or the same bytes where packing gains nothing. */
    @SuppressWarnings("ArrayRecordComponent")
    record File(String type, byte[] plain, byte[] packed) {}

    Assets() {
        list().forEach((name, hashed) -> {
            addresses.put((String) name, FOLDER + hashed);
            files.put((String) hashed, file((String) hashed));
        });
    }

    String address(String name) {
        var address = addresses.get(name);
        if (address == null) {
            throw new IllegalArgumentException("No asset " + name + "; it must be built in assets/");
        }
        return address;
    }

    Optional<File> find(String hashedName) {
        return Optional.ofNullable(files.get(hashedName));
    }

    private static Properties list() {
        var list = new Properties();
        try (var in = Assets.class.getResourceAsStream("/ui/assets.properties")) {
            if (in == null) {
                throw new IllegalStateException("ui/assets.properties is missing; run npm run build in assets/");
            }
            list.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return list;
    }

    private static File file(String hashed) {
        try (var in = Assets.class.getResourceAsStream("/static/assets/" + hashed)) {
            if (in == null) {
                throw new IllegalStateException("static/assets/" + hashed + " is missing");
            }
            var plain = in.readAllBytes();
            var type = TYPES.getOrDefault(hashed.substring(hashed.lastIndexOf('.') + 1), "application/octet-stream");
            return new File(type, plain, type.startsWith("font/") ? plain : gzip(plain));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(out)) {
            packing.write(plain);
        }
        return out.toByteArray();
    }
}
