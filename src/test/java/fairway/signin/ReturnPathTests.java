package fairway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("SEC-8")
class ReturnPathTests {
    @ParameterizedTest
    @ValueSource(strings = {"/account", "/drafts/0193/page?at=2", "/desk/queue", "/cases/FWY0123456789"})
    void pages_of_ours_are_returned_to(String path) {
        assertThat(ReturnPath.read(path)).isPresent();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "", "account", "//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)",
                "/account//evil", "/account/../admin", "/sign-out", "/account\r\nSet-Cookie: a=b", "/outbox",
                        "/%2f%2fevil"
            })
    void everything_else_is_not(@Nullable String path) {
        assertThat(ReturnPath.read(path)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/desk, true", "/desk/queue, true", "/desk?all=1, true", "/desktop, false", "/account/desk, false"})
    void staff_are_returned_to_the_desk_by_their_own_sign_in(String path, boolean desk) {
        assertThat(new ReturnPath(path).desk()).isEqualTo(desk);
    }
}
