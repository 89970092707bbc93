package fairway.ui;

import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** What all pages of this installation share. */
@Component
record Site(Texts texts, Assets assets, UiSettings settings, ZoneId zone, Shown shown) {}
