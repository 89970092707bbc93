package fairway.cases;

import java.util.UUID;

/** A filing that came on paper: whose account it goes to, and the applicant’s name as it stands there. */
public record PaperFiling(UUID account, String form, String edition, String applicant) {}
