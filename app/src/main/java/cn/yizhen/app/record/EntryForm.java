package cn.yizhen.app.record;

import cn.yizhen.rules.calendar.Period;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A form as it was typed; nothing typed is lost when it has to be shown again. */
public record EntryForm(MultiValueMap<String, String> typed) {

    public static EntryForm empty() {
        return new EntryForm(new LinkedMultiValueMap<>());
    }

    public EntryForm with(String name, @Nullable Object value) {
        MultiValueMap<String, String> copy = new LinkedMultiValueMap<>(typed);
        copy.set(name, value == null ? "" : value.toString());
        return new EntryForm(copy);
    }

    public EntryForm with(String name, List<String> values) {
        MultiValueMap<String, String> copy = new LinkedMultiValueMap<>(typed);
        copy.put(name, values);
        return new EntryForm(copy);
    }

    public String get(String name) {
        String value = typed.getFirst(name);
        return value == null ? "" : value.strip();
    }

    public boolean ticked(String name, String value) {
        return typed.getOrDefault(name, List.of()).contains(value);
    }

    public String get(String name, int line) {
        List<String> values = typed.getOrDefault(name, List.of());
        return line < values.size() ? values.get(line).strip() : "";
    }

    Set<String> all(String name) {
        return Set.copyOf(typed.getOrDefault(name, List.of()));
    }

    Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(get("day")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    Optional<UUID> id(String name) {
        try {
            return Optional.of(UUID.fromString(get(name)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A number, or empty where nothing or no number is typed. */
    Optional<Integer> number(String name) {
        String text = Normalizer.normalize(get(name), Normalizer.Form.NFKC);
        return text.matches("\\d{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    /** Whether something is typed that is not a number from 0 on. */
    boolean notANumber(String name) {
        return !get(name).isEmpty() && number(name).isEmpty();
    }

    Optional<Period> period(String name) {
        String[] days = get(name).split("~");
        try {
            return days.length == 2 ? Optional.of(new Period(LocalDate.parse(days[0]), LocalDate.parse(days[1]))) : Optional.empty();
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public boolean decided() {
        return !new DecisionLines(this).decisions().isEmpty();
    }
}
