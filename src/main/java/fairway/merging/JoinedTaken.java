package fairway.merging;

import fairway.identity.Accounts;
import fairway.identity.PersonName;
import fairway.identity.Portable;
import fairway.identity.Stay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Accounts that became part of this one, and what its person had told us there, in the archive. */
@Component
class JoinedTaken implements Portable {
    private final Accounts accounts;

    JoinedTaken(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "joined-accounts";
    }

    @Override
    public Object of(UUID account) {
        return accounts.joins().partsOf(account).stream().map(this::part).toList();
    }

    private Map<String, Object> part(UUID id) {
        var profile = accounts.profileOf(id);
        var facts = new LinkedHashMap<String, Object>();
        facts.put(
                "number", accounts.find(id).map(found -> found.number().value()).orElse(""));
        facts.put(
                "names",
                Stream.concat(Stream.of(profile.name(), profile.passport()), profile.former().stream())
                        .filter(Objects::nonNull)
                        .map(PersonName::whole)
                        .toList());
        facts.put("born", Objects.toString(profile.born(), ""));
        facts.put("homes", profile.homes().stream().map(JoinedTaken::stay).toList());
        facts.put("mailings", profile.mailings().stream().map(JoinedTaken::stay).toList());
        return facts;
    }

    private static Map<String, Object> stay(Stay stay) {
        return Map.of(
                "address", List.copyOf(stay.address().lines()),
                "from", stay.from().toString(),
                "to", Objects.toString(stay.to(), ""));
    }
}
