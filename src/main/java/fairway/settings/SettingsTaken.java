package fairway.settings;

import fairway.identity.EmailAddress;
import fairway.identity.Portable;
import fairway.signin.CodeWays;
import fairway.signin.LiveSessions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the account is protected and where it is signed in, in its archive: what there is and since when, never a secret. */
@Component
class SettingsTaken implements Portable {
    private final Owner owner;

    SettingsTaken(Owner owner) {
        this.owner = owner;
    }

    @Override
    public String name() {
        return "security-settings";
    }

    @Override
    public Object of(UUID account) {
        var standing = owner.signin().secrets().standing(account);
        var safety = owner.accounts().safety();
        var facts = new LinkedHashMap<String, Object>();
        facts.put("passwordSince", day(standing.passwordAt()));
        facts.put("backupCodeSince", day(standing.backupAt()));
        facts.put("backupCodeLost", day(standing.backupLostAt()));
        facts.put("questionsSince", day(standing.questionsAt()));
        facts.put("questions", standing.questions());
        facts.put(
                "recoveryAddress",
                safety.recoveryAddress(account).map(EmailAddress::value).orElse(""));
        facts.put(
                "changesStoppedUntil",
                safety.holdOn(account).map(hold -> hold.until().toString()).orElse(""));
        facts.put(
                "waysToCodes",
                owner.signin().ways().all(account).stream()
                        .map(SettingsTaken::way)
                        .toList());
        facts.put(
                "sessions",
                owner.signin().sessions().of(account).stream()
                        .map(SettingsTaken::session)
                        .toList());
        return facts;
    }

    private static Map<String, String> way(CodeWays.Bound way) {
        return Map.of(
                "kind", way.way().name(),
                "name", way.name(),
                "address", way.address(),
                "added", day(way.boundAt()),
                "used", day(way.usedAt()),
                "lost", day(way.lostAt()));
    }

    private static Map<String, String> session(LiveSessions.Living session) {
        return Map.of(
                "browser", session.agent().browser(),
                "system", session.agent().system(),
                "started", day(session.startedAt()),
                "lastSeen", day(session.lastSeenAt()));
    }

    private static String day(@Nullable Instant at) {
        return at == null ? "" : at.toString();
    }
}
