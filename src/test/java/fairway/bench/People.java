package fairway.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Invented people who signed up through the pages, each with an authenticator app. */
public final class People {
    private static final String PASSWORD = "Nine mild herons, at dusk.";
    private static final List<String> QUESTIONS = List.of("teacher", "stuffed", "song", "meal", "book");
    private static final List<String> ANSWERS =
            List.of("amberglass", "bluetrain", "cedarwind", "dunegrass", "elmshade");
    private static final AtomicInteger ADDRESSES = new AtomicInteger(1000);

    private final List<Person> all = new ArrayList<>();
    private final ConcurrentMap<String, AtomicLong> usedSteps = new ConcurrentHashMap<>();

    /** Somebody with an account. The caller is signed in. */
    public record Person(String email, String secret, Caller caller) {}

    List<Person> all() {
        return all;
    }

    /** The first of so many network addresses nobody used yet. */
    static int addresses(int number) {
        return ADDRESSES.getAndAdd(number) + 1;
    }

    /** A network address nobody used yet. */
    static int address() {
        return ADDRESSES.incrementAndGet();
    }

    /** Signs people up until there are so many, as fast as the password hash allows. */
    void grow(int port, int number) {
        int missing = number - all.size();
        if (missing <= 0) {
            return;
        }
        var made = java.util.Collections.synchronizedList(new ArrayList<Person>());
        var faults = java.util.Collections.synchronizedList(new ArrayList<Exception>());
        try (var threads = java.util.concurrent.Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < missing; i++) {
                threads.execute(() -> {
                    try {
                        made.add(signUp(port));
                    } catch (IOException | CannotMeasure e) {
                        faults.add(e);
                    }
                });
            }
        }
        if (!faults.isEmpty()) {
            throw new CannotMeasure("Sign-up failed: " + faults.getFirst().getMessage());
        }
        all.addAll(made);
    }

    /** After a restart on another port. */
    void move(int port) {
        all.replaceAll(person ->
                new Person(person.email(), person.secret(), person.caller().moved(port, address())));
    }

    /** A new account on the product at this port. */
    public static Person signUp(int port) throws IOException {
        int number = address();
        var email = "bench" + number + "@example.org";
        var caller = new Caller(port, number);
        caller.post("/sign-up", Map.of("email", email)).expect(303, "Sign-up");
        var link = awaitLink(caller, email);
        caller.post(link, Map.of()).expect(303, "The confirmation link");
        caller.post("/sign-up/terms", Map.of("agree", "yes")).expect(303, "Terms");
        caller.post("/sign-up/password", Map.of("password", PASSWORD, "again", PASSWORD))
                .expect(303, "The password");
        caller.post("/sign-up/methods", Map.of("ways", "app")).expect(303, "The choice of methods");
        var secret = caller.get("/sign-up/code").first("secret=([A-Z2-7]+)");
        var person = new Person(email, secret, caller);
        caller.post("/sign-up/code", Map.of("code", code(secret, now() - 1))).expect(303, "The first code");
        caller.get("/sign-up/backup").expect(200, "The backup code");
        caller.post("/sign-up/backup", Map.of("kept", "yes")).expect(303, "Keeping the backup code");
        var questions = new LinkedHashMap<String, String>();
        for (int i = 0; i < QUESTIONS.size(); i++) {
            questions.put("question" + (i + 1), QUESTIONS.get(i));
            questions.put("answer" + (i + 1), ANSWERS.get(i));
        }
        caller.post("/sign-up/questions", questions).expect(303, "The questions");
        caller.post("/sign-up/type", Map.of("type", "applicant")).expect(303, "The type of account");
        return person;
    }

    private static String awaitLink(Caller caller, String email) throws IOException {
        for (int i = 0; i < 200; i++) {
            var links = caller.getLocally("/outbox?to=" + email).all("(/sign-up/confirm/[A-Za-z0-9_-]+)");
            if (!links.isEmpty()) {
                return links.getFirst();
            }
            Product.pause(50);
        }
        throw new CannotMeasure("No confirmation message within ten seconds");
    }

    /** All four requests of a sign-in from a fresh browser; null when this person's app has no unused code now. */
    @Nullable
    Caller signIn(Person person, int port) throws IOException {
        long step = nextStep(person);
        if (step < 0) {
            return null;
        }
        var caller = new Caller(port, address());
        caller.get("/sign-in").expect(200, "The sign-in page");
        var next = caller.post("/sign-in", Map.of("email", person.email(), "password", PASSWORD))
                .expect(303, "Password")
                .location();
        caller.get(next).expect(200, "The code page");
        var in = caller.post("/sign-in/code", Map.of("code", code(person.secret(), step)))
                .expect(303, "Code");
        if (!in.location().startsWith("/sign-in/next")) {
            throw new CannotMeasure("Sign-in led to " + in.location());
        }
        return caller;
    }

    /** Only the password step, which pays for the hash. */
    static String password(Person person, int port) throws IOException {
        try (var caller = new Caller(port, address())) {
            return caller.post("/sign-in", Map.of("email", person.email(), "password", PASSWORD))
                    .expect(303, "Password")
                    .location();
        }
    }

    private long nextStep(Person person) {
        var used = usedSteps.computeIfAbsent(person.email(), email -> new AtomicLong(now() - 1));
        long now = now();
        long taken =
                used.getAndUpdate(last -> Math.max(last + 1, now - 1) <= now + 1 ? Math.max(last + 1, now - 1) : last);
        long next = Math.max(taken + 1, now - 1);
        return next <= now + 1 ? next : -1;
    }

    private static long now() {
        return System.currentTimeMillis() / 30_000;
    }

    /** What the app shows (RFC 6238). */
    private static String code(String secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(base32(secret), "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fff_ffff;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] base32(String text) {
        var bytes = ByteBuffer.allocate(text.length() * 5 / 8);
        int bits = 0;
        int held = 0;
        for (int i = 0; i < text.length(); i++) {
            held = (held << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(text.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (held >> bits));
                held &= (1 << bits) - 1;
            }
        }
        return bytes.array();
    }
}
