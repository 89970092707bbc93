package fairway.identity;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The profile under the names that forms have for facts about a person, in the boxes of their types. */
final class PersonFacts {
    private PersonFacts() {}

    static Map<String, Map<String, String>> of(Account account, Profile profile, LocalDate today) {
        var facts = new LinkedHashMap<String, Map<String, String>>();
        facts.put("person.online_account_number", one(account.number().value()));
        facts.put("person.email", one(account.email()));
        var name = profile.name();
        if (name != null) {
            facts.put(
                    "person.legal_name",
                    Map.of("family", name.family(), "given", name.given(), "middle", name.middle()));
        }
        var born = profile.born();
        if (born != null) {
            facts.put(
                    "person.birth_date",
                    Map.of(
                            "year", Integer.toString(born.getYear()),
                            "month", Integer.toString(born.getMonthValue()),
                            "day", Integer.toString(born.getDayOfMonth())));
        }
        profile.homeOn(today)
                .filter(PersonFacts::american)
                .ifPresent(stay ->
                        facts.put("person.physical_address", stay.address().boxes()));
        profile.mailOn(today)
                .filter(PersonFacts::american)
                .ifPresent(stay ->
                        facts.put("person.mailing_address", stay.address().boxes()));
        phone(facts, "person.day_phone", profile.phones().get(PhoneKind.DAY));
        phone(facts, "person.mobile_phone", profile.phones().get(PhoneKind.MOBILE));
        return facts;
    }

    private static void phone(Map<String, Map<String, String>> facts, String fact, @Nullable Phone phone) {
        if (phone != null) {
            facts.put(fact, one(phone.shown()));
        }
    }

    private static boolean american(Stay stay) {
        return stay.address().american();
    }

    private static Map<String, String> one(String value) {
        return Map.of("", value);
    }
}
