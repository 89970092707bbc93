package fairway.signin;

import java.util.List;

/** A form that was sent when nobody was signed in any more: where to, and every field as it was typed. */
record ParkedPost(String path, List<Field> fields) {
    record Field(String name, String value) {}
}
