package cn.yizhen.directives.charges;

import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whom a paragraph of a notice begins with: 张三同志（县委副书记、县长）, 县长 张三, 张三，常务副县长.
 *
 * @param title perhaps empty
 */
record Person(String name, String title) {

    private static final Pattern OFFICE = Pattern.compile(".*(?:书记|县长|乡长|镇长|主任|部长|主席|常委|委员|局长|组长|干部|检察长|院长|顾问|调研员|武装部|政委)");
    private static final Pattern NAME = Pattern.compile("[\\p{IsHan}]{2,4}|[\\p{IsHan}]{1,8}·[\\p{IsHan}]{1,8}");
    private static final Pattern GLUED = Pattern.compile("(.*(?:书记|县长|乡长|镇长|主任|部长|主席|常委|委员|局长))([\\p{IsHan}]{2,3})");

    /** The person a head names: one name and at least an office or 同志, nothing else. */
    static Optional<Person> in(String head) {
        if (head.isBlank() || head.length() > 60) {
            return Optional.empty();
        }
        boolean comrade = head.contains("同志");
        // a name of two characters is often set with a blank between them
        var parts = head.replace("同志", " ").replaceAll("(?<=^|[\\s　，：:])([\\p{IsHan}])[\\s　]{1,2}([\\p{IsHan}])(?=[\\s　，：:（(]|$)", "$1$2")
                .split("[\\s　，,、：:；;。（）()]+");
        var names = new ArrayList<String>();
        var offices = new ArrayList<String>();
        for (var part : parts) {
            var glued = GLUED.matcher(part);
            if (part.isEmpty()) {
                continue;
            }
            if (OFFICE.matcher(part).matches()) {
                offices.add(part);
            } else if (glued.matches()) {
                offices.add(glued.group(1));
                names.add(glued.group(2));
            } else if (NAME.matcher(part).matches()) {
                names.add(part);
            } else {
                return Optional.empty();
            }
        }
        boolean one = names.size() == 1 && (comrade || !offices.isEmpty());
        return one ? Optional.of(new Person(names.getFirst(), String.join("、", offices))) : Optional.empty();
    }
}
