package fairway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.cases.ReceiptNumber;
import fairway.identity.AccountNumber;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ACC-13")
class RulingTests {
    private static final Instant END = Instant.parse("2027-02-21T15:00:00Z");
    private static final UUID ME = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    @Test
    void a_proven_code_joins_until_the_moment_it_ends() {
        assertThat(Ruling.of(file(null), true, ME, END.minusNanos(1))).isEqualTo(Ruling.JOIN);
        assertThat(Ruling.of(file(null), true, ME, END)).isEqualTo(Ruling.EXPIRED);
    }

    @Test
    @Tag("A31")
    void what_is_joined_already_stays_where_it_is_however_old_the_code() {
        assertThat(Ruling.of(file(OTHER), true, ME, END.minusNanos(1))).isEqualTo(Ruling.TAKEN);
        assertThat(Ruling.of(file(OTHER), true, ME, END)).isEqualTo(Ruling.TAKEN);
        assertThat(Ruling.of(file(ME), true, ME, END)).isEqualTo(Ruling.OWN);
    }

    @Test
    @Tag("A29")
    void whoever_proves_nothing_learns_nothing() {
        for (var now : List.of(END.minusNanos(1), END)) {
            for (var file : List.of(file(null), file(ME), file(OTHER))) {
                assertThat(Ruling.of(file, false, ME, now)).isEqualTo(Ruling.WRONG);
            }
            assertThat(Ruling.of(null, false, ME, now)).isEqualTo(Ruling.WRONG);
        }
        assertThat(Ruling.of(null, true, ME, END)).isEqualTo(Ruling.WRONG);
    }

    private static PaperFile file(@Nullable UUID claimedBy) {
        return new PaperFile(
                new UUID(1, 1),
                new UUID(1, 2),
                new AccountNumber("123456789015"),
                new UUID(1, 3),
                new ReceiptNumber("FWY0123456789"),
                new PaperFile.Lock("hash", END),
                claimedBy);
    }
}
