package fairway.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who acted: a person or an officer by account, the machine, or somebody we do not know. */
public record Actor(Kind kind, @Nullable UUID id) {
    public enum Kind {
        PERSON,
        STAFF,
        SYSTEM,
        ANONYMOUS
    }

    public Actor {
        if ((kind == Kind.PERSON || kind == Kind.STAFF) != (id != null)) {
            throw new IllegalArgumentException("A person or officer has an id, nobody else has: " + kind);
        }
    }

    public static Actor person(UUID account) {
        return new Actor(Kind.PERSON, account);
    }

    public static Actor staff(UUID account) {
        return new Actor(Kind.STAFF, account);
    }

    public static Actor system() {
        return new Actor(Kind.SYSTEM, null);
    }

    public static Actor anonymous() {
        return new Actor(Kind.ANONYMOUS, null);
    }
}
