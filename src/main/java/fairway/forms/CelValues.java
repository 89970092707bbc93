package fairway.forms;

/** Values as conditions see them. */
final class CelValues {
    private CelValues() {}

    static Object of(Value value) {
        return switch (value) {
            case Value.Text(var text) -> text;
            case Value.Flag(var yes) -> yes;
            case Value.Whole(var number) -> number;
            case Value.Day(var date) -> date;
            case Value.Many(var keys) -> keys;
            case Value.Parts(var boxes) -> boxes;
        };
    }
}
