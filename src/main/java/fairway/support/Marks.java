package fairway.support;

import fairway.filing.FilingReceived;
import fairway.filing.Filings;
import fairway.identity.AccountErased;
import fairway.identity.Accounts;
import fairway.identity.PersonName;
import fairway.identity.ProfileChanged;
import fairway.vault.Vault;
import java.text.Normalizer;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How an account is found by what its person says of themself: keyed marks of each word of a name together with the birth
 * date, and of the A-Number, from profiles and filings. Nobody reads names off this table.
 */
@Repository
class Marks {
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_DIGITS = Pattern.compile("[^0-9]+");
    private static final int MOST = 10;

    private final JdbcClient db;
    private final Vault vault;
    private final Told told;
    private final HelpMoves moves;
    private final InstantSource clock;

    Marks(JdbcClient db, Vault vault, Told told, HelpMoves moves, InstantSource clock) {
        this.db = db;
        this.vault = vault;
        this.told = told;
        this.moves = moves;
        this.clock = clock;
    }

    /** Where people tell who they are. */
    @Component("supportTold")
    record Told(Accounts accounts, Filings filings) {}

    /** An account that fits, and in what. */
    record Match(UUID account, int words, boolean aNumber) {
        /** The same account once more, by what a part of it was marked with. */
        Match with(Match other) {
            return new Match(account, Math.max(words, other.words), aNumber || other.aNumber);
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Mark(String kind, byte[] value) {}

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ProfileChanged changed) {
        markProfile(changed.account());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(FilingReceived received) {
        markFiling(received.filing());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AccountErased erased) {
        moves.forget(erased.account(), clock.instant());
    }

    void markProfile(UUID account) {
        var profile = told.accounts().profileOf(account);
        var names = new ArrayList<PersonName>(profile.former());
        for (var name : new @Nullable PersonName[] {profile.name(), profile.passport()}) {
            if (name != null) {
                names.add(name);
            }
        }
        var marks = new ArrayList<Mark>();
        names.forEach(name -> marks.addAll(named(name.whole(), profile.born())));
        replace(account, "profile", marks);
    }

    void markFiling(UUID received) {
        told.filings().find(received).ifPresent(filing -> {
            var person = told.filings().personOf(filing.id());
            var born = person.get("person.birth_date");
            var marks = new ArrayList<>(
                    named(person.getOrDefault("person.legal_name", ""), born == null ? null : LocalDate.parse(born)));
            marks.addAll(numbered(person.getOrDefault("person.a_number", "")));
            replace(filing.account(), filing.id().toString(), marks);
        });
    }

    /** Those with the same birth date and at least two words of the name (one where there is only one), or the same A-Number. */
    List<Match> matching(String name, @Nullable LocalDate born, String aNumber) {
        var words = named(name, born);
        var asked = new ArrayList<>(words);
        asked.addAll(numbered(aNumber));
        var forms = new ArrayList<byte[]>();
        var kinds = new ArrayList<String>();
        var places = new ArrayList<Integer>();
        for (int i = 0; i < asked.size(); i++) {
            for (var form : vault.asKept(asked.get(i).value())) {
                forms.add(form);
                kinds.add(asked.get(i).kind());
                places.add(i);
            }
        }
        return db
                .sql("""
                select account, count(distinct place) filter (where p.kind = 'NAME') as words, bool_or(p.kind = 'A_NUMBER') as number
                from support.person_mark as p
                join unnest(:kinds::text[], :forms::bytea[], :places::int[]) as asked (kind, form, place)
                    on p.kind = asked.kind and p.mark = asked.form
                group by account
                having count(distinct place) filter (where p.kind = 'NAME') >= :least or bool_or(p.kind = 'A_NUMBER')
                order by 3 desc, 2 desc, account
                limit :most
                """)
                .param("kinds", kinds.toArray(String[]::new))
                .param("forms", forms.toArray(byte[][]::new))
                .param("places", places.toArray(Integer[]::new))
                .param("least", Math.max(1, Math.min(2, words.size())))
                .param("most", MOST)
                .query((row, n) -> new Match(row.getObject(1, UUID.class), row.getInt(2), row.getBoolean(3)))
                .list()
                .stream()
                .map(match ->
                        new Match(told.accounts().joins().leading(match.account()), match.words(), match.aNumber()))
                .collect(Collectors.toMap(Match::account, match -> match, Match::with, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /** The words of a name, however it is written: without accents, case, order and marks between. */
    static Set<String> words(String name) {
        var plain = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        var words = new HashSet<>(List.of(WORDS.split(plain, -1)));
        words.remove("");
        return words;
    }

    private List<Mark> named(String name, @Nullable LocalDate born) {
        return born == null
                ? List.of()
                : words(name).stream()
                        .map(word -> new Mark("NAME", vault.fingerprint("support.name", word + "/" + born)))
                        .toList();
    }

    private List<Mark> numbered(String aNumber) {
        var digits = NOT_DIGITS.matcher(aNumber).replaceAll("");
        if (digits.isEmpty() || digits.length() > 9) {
            return List.of();
        }
        var whole = "0".repeat(9 - digits.length()) + digits;
        return List.of(new Mark("A_NUMBER", vault.fingerprint("support.a-number", whole)));
    }

    private void replace(UUID account, String source, List<Mark> marks) {
        db.sql("delete from support.person_mark where account = :account and source = :source")
                .params(Map.of("account", account, "source", source))
                .update();
        for (var mark : marks) {
            db.sql("""
                    insert into support.person_mark (account, source, kind, mark)
                    values (:account, :source, :kind, :mark)
                    on conflict do nothing
                    """)
                    .param("account", account)
                    .param("source", source)
                    .param("kind", mark.kind())
                    .param("mark", vault.kept(mark.value()))
                    .update();
        }
    }
}
