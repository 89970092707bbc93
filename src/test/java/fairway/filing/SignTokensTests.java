package fairway.filing;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The field {@code _sign} names a page that was shown: to one account, about one draft. */
@FairwayTest
@Tag("A27")
class SignTokensTests {
    private static final String HASH = "0f".repeat(32);

    @Autowired
    SignTokens tokens;

    @Test
    void a_page_shown_to_somebody_signs_nothing_of_anybody_else_and_no_other_draft() {
        var account = UUID.randomUUID();
        var draft = UUID.randomUUID();
        var token = tokens.show(account, draft, HASH);
        assertThat(tokens.read(account, draft, token))
                .map(SignTokens.Shown::sha256)
                .contains(HASH);
        assertThat(tokens.read(UUID.randomUUID(), draft, token)).isEmpty();
        assertThat(tokens.read(account, UUID.randomUUID(), token)).isEmpty();
        assertThat(tokens.read(account, draft, token.replaceFirst("0f", "1f"))).isEmpty();
        assertThat(tokens.read(account, draft, "")).isEmpty();
    }
}
