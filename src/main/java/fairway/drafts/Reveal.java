package fairway.drafts;

import fairway.forms.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Says a simple show-condition in the words of the page's script, so that a question appears without a round trip. What is
 * not simple is left to the server, which decides in any case.
 */
final class Reveal {
    private static final Pattern FLAG = Pattern.compile("(!?)([a-z][a-z0-9_.]*)");
    private static final Pattern EQUALS = Pattern.compile("([a-z][a-z0-9_.]*) (==|!=) '([^']*)'");
    private static final Pattern AMONG = Pattern.compile("([a-z][a-z0-9_.]*) in \\[([^]]*)]");

    private final Set<String> here;
    private final Function<String, String> earlier;

    /**
     * @param here names of the inputs on this page
     * @param earlier the word answered to a question of another page, or nothing
     */
    Reveal(Set<String> here, Function<String, String> earlier) {
        this.here = here;
        this.earlier = earlier;
    }

    /** One question and the answers to it for which another one is shown, or not shown. */
    record Term(String name, List<String> values, boolean unless) {
        /** As the page's script reads it. */
        String rule() {
            return name + (unless ? "!=" : "=") + String.join("|", values);
        }

        boolean holds(String word) {
            return !word.isEmpty() && values.contains(word) != unless;
        }
    }

    /** The terms of this page that decide, or empty when the condition is not simple or reads nothing of this page. */
    Optional<List<Term>> terms(Condition show) {
        var found = new ArrayList<Term>();
        for (var part : show.text().split(" && ", -1)) {
            var term = term(part.strip());
            if (term.isEmpty()) {
                return Optional.empty();
            }
            if (here.contains(term.get().name())) {
                found.add(term.get());
            } else if (!term.get().holds(earlier.apply(term.get().name()))) {
                return Optional.empty();
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(found));
    }

    static String rule(List<Term> terms) {
        return terms.stream().map(Term::rule).collect(Collectors.joining(" && "));
    }

    private static Optional<Term> term(String text) {
        var flag = FLAG.matcher(text);
        if (flag.matches()) {
            return Optional.of(
                    new Term(bare(flag.group(2)), List.of(flag.group(1).isEmpty() ? "yes" : "no"), false));
        }
        var equals = EQUALS.matcher(text);
        if (equals.matches()) {
            return Optional.of(new Term(
                    bare(equals.group(1)),
                    List.of(equals.group(3)),
                    equals.group(2).equals("!=")));
        }
        var among = AMONG.matcher(text);
        if (among.matches()) {
            var values = List.of(among.group(2).replace("'", "").split("\\s*,\\s*"));
            return Optional.of(new Term(bare(among.group(1)), values, false));
        }
        return Optional.empty();
    }

    /** Within a list, fields of the same instance are read as {@code it.field}. */
    private static String bare(String name) {
        return name.startsWith("it.") ? name.substring(3) : name;
    }
}
