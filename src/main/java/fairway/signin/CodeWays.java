package fairway.signin;

import fairway.ui.Page;
import fairway.ui.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ways to one-time codes of somebody who is signed in; every change is told, recorded, and ends other sessions. */
public interface CodeWays {
    int MOST_APPS = 2;
    int MOST_PHONES = 3;

    /** {@code address} shows enough to know it by; apps have a name instead. */
    record Bound(
            UUID id,
            Way way,
            String name,
            String address,
            Instant boundAt,
            @Nullable Instant usedAt,
            @Nullable Instant lostAt) {}

    /** What an authenticator app needs: a picture as an SVG path in a square, and the same to type or open. */
    record AppKey(String path, int size, String typed, String uri) {}

    /** What to add; the phone matters for texts only, the name for apps only. */
    record Wanted(@Nullable Way way, String phone, String name) {}

    sealed interface Beginning {
        record Begun(UUID way) implements Beginning {}

        record Refused(List<Problem> problems) implements Beginning {}
    }

    /** Ways that make or receive codes now, in the order in which we ask for them. */
    List<Bound> of(UUID account);

    /** The same with those reported as lost. */
    List<Bound> all(UUID account);

    /** Reports one as lost, or takes it back; in the caller's transaction. */
    void lose(UUID account, UUID way, boolean lost);

    /** Whether this browser has given a second proof after that moment. */
    boolean provenSince(Page page, Instant moment);

    /** Whether this number or e-mail address was reported as lost, and is no way any more that codes are sent to. */
    boolean lost(UUID account, String address);

    /** Phone numbers that hear of the account's security. */
    List<String> phones(UUID account);

    /** A way that was begun and is not proven yet. */
    Optional<Bound> unproven(UUID account, UUID way);

    AppKey key(Page page, UUID way);

    Beginning begin(Page page, Wanted wanted);

    /** Sends a code to a way that is not proven yet. */
    List<Problem> send(Page page, UUID way);

    /** No problem means that the way is one of the account's from now on. */
    List<Problem> prove(Page page, UUID way, String code);

    /** False if it is the last one. */
    boolean remove(Page page, UUID way);

    void rename(Page page, UUID way, String name);

    /** Asked for first from now on. */
    void prefer(Page page, UUID way);
}
