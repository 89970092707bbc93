package fairway.walls;

import java.util.Map;

/** One name in one form or query; {@code form} has {@code @} where it stands, {@code at} are values for the address. */
record Trial(Who who, String cookies, String route, String field, String form, Names names, Map<String, String> at) {
    /** The name of what is there, and of what never was. */
    record Names(String real, String missing) {}

    String real() {
        return names.real();
    }

    String missing() {
        return names.missing();
    }

    boolean tries(Routes.Route other, String name) {
        return route.equals(other.toString()) && field.equals(name);
    }

    @Override
    public String toString() {
        return who + " " + route + " " + field;
    }
}
