package cn.yizhen.app.document.reading;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A row read by its layout. What could not be read is absent here and stands among the findings.
 *
 * @param place  the row
 * @param places where each field's column stands in this row
 */
public record Entry(Place place, Map<String, Place> places, Map<String, Object> values) {

    public Entry {
        places = Map.copyOf(places);
        values = Map.copyOf(values);
    }

    /** The text of a field, empty where nothing is written. */
    public String text(String key) {
        return values.get(key) instanceof String text ? text : "";
    }

    public Optional<LocalDate> date(String key) {
        return values.get(key) instanceof LocalDate day ? Optional.of(day) : Optional.empty();
    }

    public Optional<Integer> whole(String key) {
        return values.get(key) instanceof Integer number ? Optional.of(number) : Optional.empty();
    }

    /** The cell of a field, or the row where its column is missing. */
    public Place at(String key) {
        return places.getOrDefault(key, place);
    }
}
