package fairway.ui;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** This act asks for a fresh proof of identity, however long one has been signed in; sign-in enforces it. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface StepUp {
    Age value() default Age.MINUTES;

    /** How old the last proof may be. */
    enum Age {
        /** Five minutes: signing, paying, ways in, addresses, names and birth, the phone for news, who may act for somebody. */
        MINUTES,
        /** Twenty minutes: seeing or taking along a whole file. */
        LATELY
    }
}
