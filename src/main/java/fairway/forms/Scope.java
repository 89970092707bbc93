package fairway.forms;

/** What the names of a condition stand for while it is evaluated. */
interface Scope {
    Outcome name(String name);

    /** The same, with one more name. */
    default Scope with(String name, Outcome outcome) {
        var outer = this;
        return asked -> asked.equals(name) ? outcome : outer.name(asked);
    }
}
