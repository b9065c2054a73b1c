package cn.yizhen.app.organisation.roster;

import cn.yizhen.app.document.reading.Place;
import cn.yizhen.rules.organisation.BodyKind;
import cn.yizhen.rules.organisation.HoldingKind;
import cn.yizhen.rules.organisation.MembershipKind;
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
        LocalDate day, String basis, List<PersonLine> persons, List<UnitLine> units, List<PostLine> posts, List<BodyLine> bodies,
        List<MemberLine> members, List<ChargeLine> charges, List<ChangeLine> changes, Set<String> sheets) {

    /** @param id key of a person the platform knows, or a mark of the workbook's own that other rows name */
    record PersonLine(Place place, String id, String name, String unit) {}

    /**
     * @param parent code of the unit above; empty for the county itself
     * @param phone  of its office, empty where the row does not say
     */
    record UnitLine(Place place, String code, String name, String shortName, UnitKind kind, String parent, String phone, @Nullable Integer rank) {}

    /**
     * @param person name of the holder, empty for a vacant post, null where the row does not say
     * @param id     key of a person the platform knows or a mark from 人员, empty for none
     */
    record PostLine(
            Place place, String code, String unit, String title, Set<String> functions, @Nullable String person, String id, HoldingKind kind) {}

    /** @param count full, probationary and voting members, or null where the row does not say */
    record BodyLine(Place place, String unit, BodyKind kind, String name, @Nullable Count count) {}

    record Count(int full, int probationary, int voting) {}

    record MemberLine(
            Place place, String unit, BodyKind body, String bodyName, String name, String id, MembershipKind kind, boolean voting) {}

    /**
     * Something that happened to units before the roster's day.
     *
     * @param name   new names, in the order of {@code after}
     * @param parent code of the new unit above; empty where it stays
     */
    record ChangeLine(
            Place place, LocalDate day, UnitChange kind, List<String> before, List<String> after, List<String> name, String parent, String basis) {}

    record ChargeLine(
            Place place, String bearer, ResponsibilityKind kind, String subject, List<String> keywords, String over, String substitute,
            String basis) {}

    Roster {
        persons = List.copyOf(persons);
        units = List.copyOf(units);
        posts = List.copyOf(posts);
        bodies = List.copyOf(bodies);
        members = List.copyOf(members);
        charges = List.copyOf(charges);
        changes = List.copyOf(changes);
        sheets = Set.copyOf(sheets);
    }

    /** With the rows that a row of 村社区 stands for. */
    Roster with(List<UnitLine> moreUnits, List<PostLine> morePosts, List<BodyLine> moreBodies) {
        return new Roster(day, basis, persons, moreUnits, morePosts, moreBodies, members, charges, changes, sheets);
    }

    boolean has(String sheet) {
        return sheets.contains(sheet);
    }
}
