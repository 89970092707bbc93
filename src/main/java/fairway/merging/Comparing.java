package fairway.merging;

import fairway.cases.CaseFile;
import fairway.cases.CaseView;
import fairway.cases.Cases;
import fairway.drafts.Drafts;
import fairway.filing.Filings;
import fairway.identity.Account;
import fairway.identity.Accounts;
import fairway.identity.EmailAddress;
import fairway.identity.Obstacle;
import fairway.identity.PersonName;
import fairway.merging.Merge.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What whoever decides sees of the two accounts, side by side: enough to compare, nothing that opens anything. */
@Component
class Comparing {
    private static final int MOST = 200;
    private static final int ENDED = 50;

    private final MergeTable table;
    private final Deciding deciding;
    private final Known known;
    private final MergingSettings settings;

    Comparing(MergeTable table, Deciding deciding, Known known, MergingSettings settings) {
        this.table = table;
        this.deciding = deciding;
        this.known = known;
        this.settings = settings;
    }

    @Component("mergingKnown")
    record Known(Accounts accounts, Cases cases, Filings filings, Drafts drafts, Words words) {}

    /** A row of the list. */
    record Row(Merge merge, String kept, String gone, Instant from) {}

    /** One account; its number in part, its address masked, its protected cases left out. */
    record Side(
            String name,
            String lastFour,
            String email,
            List<String> names,
            List<CaseFile> cases,
            int drafts,
            Set<Obstacle> obstacles) {}

    record Shown(Merge merge, Side kept, Side gone, Likeness names, Likeness births, Course course) {}

    /**
     * From when on it may be approved, until when it can be taken back, what this agent would be told now, and how often
     * somebody has ended it before.
     */
    record Course(Instant from, Instant until, Done answer, boolean undoable, int ended) {}

    List<Row> in(State state) {
        return table.in(state, state == State.PROVEN ? MOST : ENDED).stream()
                .map(merge ->
                        new Row(merge, lastFour(merge.kept()), lastFour(merge.other()), merge.from(settings.rest())))
                .toList();
    }

    Shown of(Merge merge, UUID agent) {
        var joined = merge.course().joinedAt();
        return new Shown(
                merge,
                side(merge, merge.kept(), false),
                side(merge, merge.other(), true),
                Likeness.ofNames(names(merge.kept()), names(merge.other())),
                Likeness.of(births(merge.kept()), births(merge.other())),
                new Course(
                        merge.from(settings.rest()),
                        joined == null ? merge.from(settings.rest()) : merge.takenBackUntil(settings.takenBack()),
                        deciding.answer(merge, agent),
                        deciding.canBeUndone(merge),
                        known.words().ended(merge)));
    }

    private Side side(Merge merge, UUID id, boolean goes) {
        var account = known.accounts().find(id);
        return new Side(
                account.map(Account::shownName).orElse(""),
                lastFour(id),
                account.map(found -> new EmailAddress(found.email()).masked()).orElse(""),
                names(id),
                cases(id),
                known.drafts().of(id, Locale.ENGLISH).size(),
                merge.proven() ? deciding.standing(id, goes) : Set.of());
    }

    private String lastFour(UUID id) {
        return known.accounts()
                .find(id)
                .map(account -> account.number().lastFour())
                .orElse("");
    }

    private List<CaseFile> cases(UUID id) {
        return known.cases().of(id).stream()
                .map(CaseView::file)
                .filter(file -> !file.shielded())
                .toList();
    }

    private List<String> names(UUID id) {
        var profile = known.accounts().profileOf(id);
        var names = new ArrayList<String>();
        known.accounts()
                .find(id)
                .map(Account::shownName)
                .filter(name -> !name.contains("@"))
                .ifPresent(names::add);
        Stream.of(profile.name(), profile.passport())
                .filter(Objects::nonNull)
                .map(PersonName::whole)
                .forEach(names::add);
        profile.former().stream().map(PersonName::whole).forEach(names::add);
        cases(id).stream().map(known.cases()::applicantOf).forEach(names::add);
        return names.stream().filter(name -> !name.isBlank()).distinct().toList();
    }

    private List<String> births(UUID id) {
        var born = known.accounts().profileOf(id).born();
        var profile = born == null ? Stream.<String>of() : Stream.of(born.toString());
        var filed = cases(id).stream()
                .map(file -> known.filings().personOf(file.filing()))
                .map((Map<String, String> person) -> person.getOrDefault("person.birth_date", ""))
                .filter(day -> !day.isEmpty());
        return Stream.concat(profile, filed).distinct().toList();
    }
}
