package cn.yizhen.app.overview.charges;

import cn.yizhen.rules.calendar.Days;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The responsibility table of a post, a unit or a township as of a day (分工表).
 *
 * @param title  县委常委、常务副县长 李强, or the unit's name
 * @param code   code of the post or unit, for adding a line
 * @param post   the post it is of, or null for a unit's
 * @param bands  lines under their headings, none of them empty
 * @param year   常态推进 lines of the year's issued tables
 * @param open   matters the asker may see
 * @param unseen how many further open matters there are
 * @param notes  what to know about the day
 */
public record ResponsibilityTable(
        String title, String code, @Nullable PostId post, UnitId unit, LocalDate on, List<Band> bands, List<YearLine> year, List<OpenLine> open, int unseen,
        List<String> notes) {

    /** Lines under one heading. */
    public record Band(String heading, List<Line> lines) {

        /** The paper of a line and its day, 同上 where it is that of the line before. */
        public String paper(Line line) {
            int at = lines.indexOf(line);
            boolean same = at > 0 && lines.get(at - 1).basis().equals(line.basis()) && lines.get(at - 1).since().equals(line.since());
            return same ? "同上" : line.basis() + "，自" + Days.full(line.since()) + "起";
        }
    }

    /**
     * @param fact  key of the fact, for ending it
     * @param who   whose line it is where the band has several, else empty
     * @param with  with whom, in words
     * @param since from which day
     */
    public record Line(UUID fact, String who, String kind, String subject, String with, String substitute, String basis, LocalDate since) {}

    /** A line of an issued table; nothing on any desk. */
    public record YearLine(String number, String wording, String lead, String supporting, String cadence, String paper) {}

    /**
     * @param handler who leads or answers it
     * @param href    where it is handled, or null where the asker only knows of it
     */
    public record OpenLine(String number, String title, String handler, String stage, @Nullable LocalDate due, @Nullable String href) {}

    public ResponsibilityTable {
        bands = bands.stream().filter(band -> !band.lines().isEmpty()).toList();
        year = List.copyOf(year);
        open = List.copyOf(open);
        notes = List.copyOf(notes);
    }

    /** That there is more to do than the asker may read; empty where there is not. */
    public String unseenNote() {
        return unseen == 0 ? "" : (open.isEmpty() ? "" : "另有") + "在办事项 " + unseen + " 件，内容只有办理单位、其上级和分管领导看得到。";
    }

    /** How it is set for one printed page. */
    public OnePage set() {
        return OnePage.of(this);
    }

    /** How many sheets it takes in print. */
    public int sheets() {
        return OnePage.sheets(this);
    }

    /** Whether there is nothing to show at all. */
    public boolean empty() {
        return bands.isEmpty() && year.isEmpty() && open.isEmpty() && unseen == 0;
    }
}
