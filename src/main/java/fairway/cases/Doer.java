package fairway.cases;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who does an act, as the transition table and the audit record know them. */
record Doer(Who who, @Nullable UUID id) {
    static final Doer SYSTEM = new Doer(Who.SYSTEM, null);

    static Doer person(UUID account) {
        return new Doer(Who.PERSON, account);
    }

    static Doer of(Officer officer) {
        return new Doer(officer.supervisor() ? Who.SUPERVISOR : Who.OFFICER, officer.account());
    }

    boolean may(Who who) {
        return this.who == who || (this.who == Who.SUPERVISOR && who == Who.OFFICER);
    }

    fairway.audit.Actor audited() {
        return switch (who) {
            case SYSTEM -> fairway.audit.Actor.system();
            case PERSON -> fairway.audit.Actor.person(known());
            case OFFICER, SUPERVISOR -> fairway.audit.Actor.staff(known());
        };
    }

    private UUID known() {
        if (id == null) {
            throw new IllegalStateException("a person has an id");
        }
        return id;
    }
}
