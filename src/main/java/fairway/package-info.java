/** Fairway's start: the machine under the modules. */
@NullMarked
package fairway;

import org.jspecify.annotations.NullMarked;
