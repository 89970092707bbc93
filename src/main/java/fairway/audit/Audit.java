package fairway.audit;

import com.fasterxml.uuid.NoArgGenerator;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Who did or read what, for ever: written in the act's own transaction, and soon after made part of a chain of hashes. */
@Component
public class Audit {
    private static final int SHOWN = 1000;

    private final Entries entries;
    private final Verifications verifications;
    private final NoArgGenerator ids;
    private final InstantSource clock;
    private final JsonMapper json = new JsonMapper();

    Audit(Entries entries, Verifications verifications, NoArgGenerator ids, InstantSource clock) {
        this.entries = entries;
        this.verifications = verifications;
        this.ids = ids;
        this.clock = clock;
    }

    /** Stands or falls with the caller's transaction. */
    public void record(Act act) {
        entries.add(
                ids.generate(),
                Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)),
                act,
                json.writeValueAsString(new TreeMap<>(act.facts())));
    }

    /** The latest thousand entries about a thing, newest first. */
    public List<Entry> about(Subject subject) {
        return entries.about(subject, SHOWN).stream().map(this::entry).toList();
    }

    /** Entries about any of these things, of these kinds only, written before that number; newest first. */
    public List<Entry> about(Collection<Subject> subjects, Set<String> whats, long before, int limit) {
        return entries.about(subjects, whats, before, Math.min(limit, SHOWN)).stream()
                .map(this::entry)
                .toList();
    }

    /** Checks every entry against the chain and notes what it found; takes as long as there are entries. */
    public ChainReport verify() {
        return verifications.verify(false);
    }

    /** The latest check, of tonight as a rule. */
    public Optional<Verification> verified() {
        return verifications.latest(false);
    }

    /** The latest that nobody asked for. */
    public Optional<Verification> verifiedByNight() {
        return verifications.latest(true);
    }

    private Entry entry(Chain.Row row) {
        return new Entry(
                row.id(),
                row.number(),
                row.at(),
                new Act(
                        new Actor(Actor.Kind.valueOf(row.actorKind()), row.actor()),
                        row.what(),
                        new Subject(row.subjectKind(), row.subject()),
                        json.readValue(row.facts(), new TypeReference<Map<String, String>>() {})));
    }
}
