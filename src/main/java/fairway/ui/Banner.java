package fairway.ui;

import java.util.List;
import java.util.UUID;

/** Something that the first page of an account says above everything else; any module above may offer some. */
public interface Banner {
    List<Said> of(Page page, UUID account);

    /** Title, one sentence, and where the link leads that mends it. */
    record Said(String title, String text, String link, String href) {}
}
