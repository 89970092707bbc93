/** Measures the product from outside, as a process of its own; run by {@code ./fairway bench}. */
@NullMarked
package fairway.bench;

import org.jspecify.annotations.NullMarked;
