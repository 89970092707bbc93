package fairway.alerts;

/** What people choose about, one by one; what concerns the security of an account is never a choice. */
enum AlertKind {
    CASE,
    APPOINTMENT,
    EVIDENCE,
    REMINDER
}
