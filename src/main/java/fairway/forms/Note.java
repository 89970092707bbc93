package fairway.forms;

/** Something the analyser noticed about an edition; an error stops the build, a warning is worth a look. */
record Note(boolean error, String where, String what) {
    static Note error(String where, String what) {
        return new Note(true, where, what);
    }

    static Note warning(String where, String what) {
        return new Note(false, where, what);
    }

    @Override
    public String toString() {
        return (error ? "error   " : "warning ") + where + ": " + what;
    }
}
