package cn.yizhen.rules.organisation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A unit (单位): whatever stands in the county's tree, from the county down to a branch or a cooperative.
 *
 * @param code       the county's own code, unique among the units of a day; a workbook recognises a unit by it
 * @param name       full name
 * @param shortName  what people call it; the full name where there is nothing shorter
 * @param parent     the unit it stands under, null for the one root
 * @param rank       place among its siblings, in the order of the administrative division (建制顺序)
 * @param attributes further facts institution files may ask about, such as {@code finance: monthly}
 */
public record Unit(
        UnitId id,
        String code,
        String name,
        String shortName,
        UnitKind kind,
        @Nullable UnitId parent,
        int rank,
        Map<String, String> attributes) {

    /** The attribute that holds the telephone number of a unit's office. */
    public static final String PHONE = "phone";

    public Unit {
        attributes = Map.copyOf(attributes);
        shortName = shortName.isBlank() ? name : shortName;
    }

    /** Of its office (办公电话); empty where none is noted. */
    public String phone() {
        return attributes.getOrDefault(PHONE, "");
    }
}
