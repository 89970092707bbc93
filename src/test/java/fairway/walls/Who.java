package fairway.walls;

import java.util.Set;

/** Everybody who may stand before a page: how far they have come, on which side of the desk, and what they may do there. */
enum Who {
    SIGNED_OUT(Come.NOWHERE, false),
    HALF_PERSON(Come.HALF, false),
    HALF_STAFF(Come.HALF, true, "OFFICER", "SUPERVISOR", "SUPPORT", "ADMINISTRATOR"),
    OWNER(Come.IN, false),
    STRANGER(Come.IN, false),
    OFFICER(Come.IN, true, "OFFICER"),
    OTHER_OFFICER(Come.IN, true, "OFFICER"),
    SUPERVISOR(Come.IN, true, "SUPERVISOR"),
    AGENT(Come.IN, true, "SUPPORT"),
    OTHER_AGENT(Come.IN, true, "SUPPORT"),
    ADMINISTRATOR(Come.IN, true, "ADMINISTRATOR"),
    STAFF_WITHOUT_ROLE(Come.IN, true);

    /** How far somebody has come: no proof, the password alone, all of it. */
    enum Come {
        NOWHERE,
        HALF,
        IN
    }

    private final Come come;
    private final boolean staff;
    private final Set<String> roles;

    Who(Come come, boolean staff, String... roles) {
        this.come = come;
        this.staff = staff;
        this.roles = Set.of(roles);
    }

    Come come() {
        return come;
    }

    boolean staff() {
        return staff;
    }

    Set<String> roles() {
        return roles;
    }
}
