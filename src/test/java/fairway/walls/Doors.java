package fairway.walls;

import static fairway.walls.Who.ADMINISTRATOR;
import static fairway.walls.Who.AGENT;
import static fairway.walls.Who.OFFICER;
import static fairway.walls.Who.OTHER_AGENT;
import static fairway.walls.Who.OTHER_OFFICER;
import static fairway.walls.Who.OWNER;
import static fairway.walls.Who.SUPERVISOR;

import fairway.walls.Routes.Route;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Who gets in where, by how an address begins: the one table the whole application is held against. */
final class Doors {
    /** No identifier of somebody's thing: a form's name, a secret of its own, what sits at the machine. */
    private static final Pattern NOT_SOMEBODYS =
            Pattern.compile("/forms/\\{form}.*|/cards/.*|/outbox/.*|.*\\{token\\b.*");

    private static final List<Door> TABLE = List.of(
            open("/(help|contact|privacy|accessibility|components|status|leave|error)?"),
            open("/forms(/\\{form})?"),
            open("/(desk/)?sign-(in|out|up)(/.*)?"),
            open("/help/request(/.*)?"),
            open("/(cards|outbox)(/.*)?"),
            open("/payments/callback|/delivery/texts"),
            people("/forms/\\{form}/start"),
            people("/(account|cases|drafts|filings|notices|payments)(/.*)?"),
            desk("/desk/staff(/.*)?", Set.of("ADMINISTRATOR"), ADMINISTRATOR),
            desk("/desk/support(/.*)?", Set.of("SUPPORT"), AGENT),
            desk("/desk/help/compare(/.*)?", Set.of("OFFICER"), OFFICER, OTHER_OFFICER),
            desk("/desk/merges(/.*)?", Set.of("SUPPORT"), AGENT, OTHER_AGENT),
            desk("/desk/help(/.*)?", Set.of("SUPPORT"), AGENT, OTHER_AGENT),
            desk("/desk/cases/\\{receipt}/\\{act}", Set.of("OFFICER", "SUPERVISOR"), SUPERVISOR),
            desk("/desk/(cases|notices)/.*", Set.of("OFFICER", "SUPERVISOR"), OFFICER, SUPERVISOR),
            desk("/desk/(next|find|exceptions|intake)(/.*)?", Set.of("OFFICER", "SUPERVISOR")),
            desk("/desk/security/passkeys(/.*)?", Set.of(), OFFICER),
            desk("/desk", Set.of("OFFICER", "SUPERVISOR", "SUPPORT", "ADMINISTRATOR")));

    private Doors() {}

    /** What somebody finds who asks for a page. */
    enum Answer {
        IN,
        NOTHING,
        SIGN_IN,
        CODE
    }

    enum Side {
        OPEN,
        PEOPLE,
        DESK
    }

    /** No role named: every role. {@code holders} have a right to the things of {@link Belongings} behind this door. */
    record Door(Pattern paths, Side side, Set<String> roles, Set<Who> holders) {
        boolean open() {
            return side == Side.OPEN;
        }

        /** To the owner's thing where the address names one. */
        Answer to(Who who, boolean named) {
            var here = who.staff() == (side == Side.DESK);
            if (!here || who.come() == Who.Come.NOWHERE) {
                return Answer.SIGN_IN;
            }
            if (who.come() == Who.Come.HALF) {
                return Answer.CODE;
            }
            var may = roles.isEmpty() || who.roles().stream().anyMatch(roles::contains);
            return may && (!named || holders.contains(who)) ? Answer.IN : Answer.NOTHING;
        }
    }

    /** Whether the address names a thing that belongs to somebody. */
    static boolean somebodys(Route route) {
        return route.hasVariables() && !NOT_SOMEBODYS.matcher(route.pattern()).matches();
    }

    static Optional<Door> of(Route route) {
        return TABLE.stream()
                .filter(door -> door.paths().matcher(route.pattern()).matches())
                .findFirst();
    }

    /** Roles that at least one door is for. */
    static Set<String> roles() {
        return TABLE.stream().flatMap(door -> door.roles().stream()).collect(Collectors.toSet());
    }

    /** Pages without sign-in; what is behind them asks for proofs of its own. */
    private static Door open(String paths) {
        return new Door(Pattern.compile(paths), Side.OPEN, Set.of(), Set.of());
    }

    private static Door people(String paths) {
        return new Door(Pattern.compile(paths), Side.PEOPLE, Set.of(), Set.of(OWNER));
    }

    private static Door desk(String paths, Set<String> roles, Who... holders) {
        return new Door(
                Pattern.compile(paths), Side.DESK, roles, Arrays.stream(holders).collect(Collectors.toSet()));
    }
}
