/** Attacks against the whole application from outside, and the page that says what each requirement is proven by. */
@NullMarked
package fairway.walls;

import org.jspecify.annotations.NullMarked;
