/** Long walks through the whole product in a real browser, with the edition's own invented people. */
@NullMarked
package fairway.journeys;

import org.jspecify.annotations.NullMarked;
