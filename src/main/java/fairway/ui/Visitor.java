package fairway.ui;

import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;

/** Who is signed in on this request and which clock they read; roles are empty for persons. */
public record Visitor(UUID account, String shownName, boolean staff, Set<String> roles, UUID session, ZoneId zone) {
    /** Request attribute under which sign-in leaves it. */
    public static final String ATTRIBUTE = "fairway.visitor";
}
