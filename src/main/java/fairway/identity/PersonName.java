package fairway.identity;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A name in the parts that forms ask for; somebody with one name has it as the family name. */
public record PersonName(String family, String given, String middle) {
    /** As it is said: given, middle, family. */
    public String whole() {
        return Stream.of(given, middle, family).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }
}
