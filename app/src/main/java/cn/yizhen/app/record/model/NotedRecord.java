package cn.yizhen.app.record.model;

import cn.yizhen.rules.duty.Happened;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.BodyId;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was noted, or as a correction left it.
 *
 * @param id         this version
 * @param subject    the record through all its corrections
 * @param act        the act that noted this version
 * @param supersedes the version before, or null for the first
 * @param reason     why it was corrected, or null for the first
 * @param withdrawn  taken back: it should not have been noted
 * @param year       of its number
 * @param number     running number of the unit in that year, kept through corrections
 * @param notedOn    the day this version was noted
 * @param notedBy    who noted it, or null for the program
 * @param notedUnder the post it was noted under
 * @param notedFor   the unit of that post; another unit than the record's own noted it on its behalf
 */
public record NotedRecord(
        UUID id,
        UUID subject,
        UUID act,
        @Nullable UUID supersedes,
        @Nullable String reason,
        boolean withdrawn,
        int year,
        int number,
        RecordContent content,
        LocalDate notedOn,
        @Nullable PersonId notedBy,
        @Nullable PostId notedUnder,
        UnitId notedFor) {

    public boolean onBehalf() {
        return !notedFor.equals(content.unit());
    }

    /** 〔2026〕第12号 */
    public String numberLabel() {
        return "〔" + year + "〕第" + number + "号";
    }

    /** As duties see it. */
    public Happened happened(String title) {
        return new Happened(subject, title, content.day(), notedOn,
                whose(content.body(), content.unit(), content.chairPosts(), content.chair(), content.present()), content.view(),
                content.makesUpFor(), Optional.ofNullable(content.headcount()).map(Headcount::attendance));
    }

    /** Whom a record can count for: the body that met comes first, then its unit, then the posts that led, then who was there. */
    public static List<Bearer> whose(
            @Nullable BodyId body, UnitId unit, List<PostId> chairPosts, @Nullable PersonId chair, Set<PersonId> present) {
        List<Bearer> whose = new ArrayList<>(4);
        if (body != null) {
            whose.add(new Bearer.OfBody(body));
        }
        whose.add(new Bearer.OfUnit(unit));
        chairPosts.forEach(post -> whose.add(new Bearer.OfPost(post)));
        if (chair != null) {
            whose.add(new Bearer.OfPerson(chair));
        }
        present.stream().filter(person -> !person.equals(chair)).forEach(person -> whose.add(new Bearer.OfPerson(person)));
        return whose;
    }
}
