package fairway.identity;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an account needs to begin with; the rest is added as its owner goes on. */
public record NewAccount(
        EmailAddress email,
        Locale language,
        AccountType type,
        @Nullable String name,
        Set<String> roles) {
    public static NewAccount ofPerson(EmailAddress email, Locale language) {
        return new NewAccount(email, language, AccountType.APPLICANT, null, Set.of());
    }
}
