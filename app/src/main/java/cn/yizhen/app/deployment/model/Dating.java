package cn.yizhen.app.deployment.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Looks for the day a document bears: under its title, or above its end. A person confirms it. */
public final class Dating {

    private static final int NEAR = 400;
    private static final Pattern DAY = Pattern.compile("((?:19|20)\\d\\d)\\s*[年.\\-/]\\s*(\\d{1,2})\\s*[月.\\-/]\\s*(\\d{1,2})\\s*日?");

    private Dating() {}

    public static Optional<LocalDate> of(String text) {
        int end = Math.max(0, text.length() - NEAR);
        return last(text.substring(end)).filter(_ -> end > 0).or(() -> first(text.substring(0, Math.min(NEAR, text.length()))));
    }

    private static Optional<LocalDate> first(String part) {
        return DAY.matcher(part).results().flatMap(found -> day(found.group(1), found.group(2), found.group(3)).stream()).findFirst();
    }

    private static Optional<LocalDate> last(String part) {
        return DAY.matcher(part).results().flatMap(found -> day(found.group(1), found.group(2), found.group(3)).stream())
                .reduce((_, later) -> later);
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
