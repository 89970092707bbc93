package fairway.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("A40")
class FileNamesTests {
    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd.pdf,passwd.pdf",
        "C:\\Users\\me\\birth.pdf,birth.pdf",
        "/abs/olute.PDF,olute.PDF",
        "CON,_CON.pdf",
        "nul.pdf,_nul.pdf",
        "Nguyễn Thị Ngọc Hân.pdf,Nguyễn Thị Ngọc Hân.pdf",
        "no ending,no ending.pdf",
        "photo.exe,photo.exe.pdf",
        "...,file.pdf",
        "\"quo\"ted\";x=\".pdf,_quo_ted__x=_.pdf",
        "smile 😀.pdf,smile 😀.pdf"
    })
    void names_are_for_the_eye_only(String typed, String shown) {
        assertThat(FileNames.clean(typed, FileType.PDF)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\r\nSet-Cookie: x=y.pdf", "evil\u202Efdp.exe", "a\0b.pdf", "\u200Ba\uFEFF.pdf", "a\u2028b.pdf"
            })
    void nothing_hidden_stays(String typed) {
        assertThat(FileNames.clean(typed, FileType.PDF)).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}]");
    }

    @Test
    void long_names_are_cut_and_keep_their_ending() {
        var name = FileNames.clean("ł".repeat(1000) + ".pdf", FileType.PDF);
        assertThat(name).hasSize(120).endsWith("ł.pdf");
        assertThat(FileNames.clean("😀".repeat(1000) + ".pdf", FileType.PDF).codePointCount(0, 236))
                .isEqualTo(120);
    }

    @Test
    void a_new_name_keeps_the_true_ending() {
        assertThat(FileNames.renamed("My passport", FileType.JPEG)).isEqualTo("My passport.jpg");
        assertThat(FileNames.renamed("a.html", FileType.PDF)).isEqualTo("a.html.pdf");
        assertThat(FileNames.renamed("a.JPEG", FileType.JPEG)).isEqualTo("a.JPEG");
    }

    @Test
    void the_header_holds_plain_letters_and_the_true_name() {
        assertThat(FileNames.disposition("Łódź ő \"x\"'%.pdf"))
                .isEqualTo("attachment; filename=\"_odz o _x___.pdf\";"
                        + " filename*=UTF-8''%C5%81%C3%B3d%C5%BA%20%C5%91%20%22x%22%27%25.pdf");
    }
}
