package fairway.casework;

import fairway.cases.Officer;
import fairway.cases.ReceiptNumber;
import fairway.ui.NotFound;
import fairway.ui.Page;
import fairway.ui.Visitor;
import java.util.Optional;
import java.util.Set;

/** Who sits at the desk: staff with the role of an officer; everybody else finds nothing here. */
final class Desk {
    private Desk() {}

    static Officer officer(Page page) {
        return page.visitor()
                .filter(Visitor::staff)
                .filter(visitor ->
                        visitor.roles().contains("OFFICER") || visitor.roles().contains("SUPERVISOR"))
                .map(visitor -> new Officer(visitor.account(), visitor.roles().contains("SUPERVISOR")))
                .orElseThrow(NotFound::new);
    }

    /** The first page of those who work here but not on cases. */
    static Optional<String> elsewhere(Page page) {
        var roles = page.visitor().map(Visitor::roles).orElse(Set.of());
        if (roles.contains("OFFICER") || roles.contains("SUPERVISOR")) {
            return Optional.empty();
        }
        return roles.contains("ADMINISTRATOR")
                ? Optional.of("/desk/staff")
                : Optional.of("/desk/support").filter(any -> roles.contains("SUPPORT"));
    }

    static String path(ReceiptNumber receipt) {
        return "/desk/cases/" + receipt;
    }
}
