package fairway.casework;

import fairway.cases.Officer;
import fairway.cases.ReceiptNumber;
import fairway.ui.NotFound;
import fairway.ui.Page;
import fairway.ui.Visitor;

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

    static String path(ReceiptNumber receipt) {
        return "/desk/cases/" + receipt;
    }
}
