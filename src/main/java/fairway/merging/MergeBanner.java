package fairway.merging;

import fairway.ui.Banner;
import fairway.ui.Page;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says on the first page of either account that a joining waits, and in the one that stays that it can be taken back. */
@Component
class MergeBanner implements Banner {
    private static final String LEADS = "/account/security/merge";

    private final MergeTable table;
    private final Deciding deciding;
    private final MergingSettings settings;

    MergeBanner(MergeTable table, Deciding deciding, MergingSettings settings) {
        this.table = table;
        this.deciding = deciding;
        this.settings = settings;
    }

    @Override
    public List<Said> of(Page page, UUID account) {
        var all = table.of(account);
        var waiting = all.stream().filter(Merge::proven).map(merge -> said(page, "waiting", ""));
        var joined = all.stream()
                .filter(deciding::canBeUndone)
                .map(merge -> said(page, "joined", page.deadline(merge.takenBackUntil(settings.takenBack()))));
        return Stream.concat(waiting, joined).limit(1).toList();
    }

    private static Said said(Page page, String which, String until) {
        var key = "merging.banner." + which;
        return new Said(page.text(key + ".title"), page.text(key, until), page.text("merging.banner.link"), LEADS);
    }
}
