package cn.yizhen.app.document.reading;

import java.text.Normalizer;
import java.util.Optional;
import java.util.stream.Stream;

/** When two header texts mean the same column: blanks, width of characters, stars and remarks in brackets aside. */
final class Headings {

    private Headings() {}

    static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }

    static boolean names(Field field, String heading) {
        return Stream.concat(Stream.of(field.heading()), field.also().stream()).anyMatch(h -> same(h, heading));
    }

    static Optional<Field> fieldOf(Layout layout, String heading) {
        return layout.fields().stream().filter(f -> names(f, heading)).findFirst();
    }

    private static String plain(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKC)
                .replaceAll("\\(.*?\\)|\\[.*?]|【.*?】", "")
                .replaceAll("[\\s*:：、·]", "")
                .toLowerCase();
    }
}
