package cn.yizhen.app.organisation.roster;

import cn.yizhen.app.document.reading.Place;
import cn.yizhen.rules.organisation.BodyKind;
import cn.yizhen.rules.organisation.HoldingKind;
import cn.yizhen.rules.organisation.ResponsibilityKind;
import cn.yizhen.rules.organisation.UnitKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a workbook says the organisation is on a day.
 *
 * @param day    the day it speaks of
 * @param sheets names of the sheets that were there; only what they cover can be missing
 */
record Roster(
        LocalDate day, String basis, List<UnitLine> units, List<PostLine> posts, List<BodyLine> bodies,
        List<ChargeLine> charges, Set<String> sheets) {

    /** @param parent code of the unit above; empty for the county itself */
    record UnitLine(Place place, String code, String name, String shortName, UnitKind kind, String parent, @Nullable Integer rank) {}

    /**
     * @param person name of the holder, empty for a vacant post, null where the row does not say
     * @param id     key of a person the platform knows, empty for none
     */
    record PostLine(
            Place place, String code, String unit, String title, Set<String> functions, @Nullable String person, String id, HoldingKind kind) {}

    /** @param count full, probationary and voting members, or null where the row does not say */
    record BodyLine(Place place, String unit, BodyKind kind, String name, @Nullable Count count) {}

    record Count(int full, int probationary, int voting) {}

    record ChargeLine(
            Place place, String bearer, ResponsibilityKind kind, String subject, List<String> keywords, String over, String substitute,
            String basis) {}

    Roster {
        units = List.copyOf(units);
        posts = List.copyOf(posts);
        bodies = List.copyOf(bodies);
        charges = List.copyOf(charges);
        sheets = Set.copyOf(sheets);
    }

    boolean has(String sheet) {
        return sheets.contains(sheet);
    }
}
