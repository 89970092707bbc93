package fairway.audit;

import java.util.UUID;

/** What was acted on, for example {@code ("case", <id>)}; never a name, address or number of a person. */
public record Subject(String kind, String id) {
    public Subject {
        Act.requireCode(kind);
        Act.requireCode(id);
    }

    public static Subject of(String kind, UUID id) {
        return new Subject(kind, id.toString());
    }
}
