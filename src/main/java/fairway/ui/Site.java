package fairway.ui;

import org.springframework.stereotype.Component;

/** What all pages of this installation share. */
@Component
record Site(Texts texts, Assets assets, UiSettings settings, StandIns standIns, Shown shown) {}
