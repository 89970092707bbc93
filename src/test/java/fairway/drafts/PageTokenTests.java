package fairway.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class PageTokenTests {
    @Test
    void a_token_reads_back_as_it_was_written() {
        var words = MergeTests.words("applicant.other_names[2].name", "Ana", "reason", "initial");
        var token = new PageToken(UUID.randomUUID(), "other_names", 2, 7, Shown.of("salt", words));

        assertThat(PageToken.read(token.text())).contains(token);
    }

    @Test
    void a_token_never_shows_an_answer() {
        var token =
                new PageToken(new UUID(1, 2), "about", 0, 1, Shown.of("salt", MergeTests.words("ssn", "078-05-1120")));

        assertThat(token.text()).doesNotContain("078");
    }

    @Test
    void words_read_back_as_they_were_sealed() {
        var words = MergeTests.words("name", "Nguyễn Thị Ngọc Hân", "note", "\"two\nlines\"", "blank", "");

        assertThat(Words.read(words.bytes())).isEqualTo(words);
        assertThat(words.paths()).containsExactly("name", "note");
    }
}
