package cn.yizhen.app.record;

import cn.yizhen.app.record.model.NotedRecord;
import cn.yizhen.rules.organisation.PostId;

/** What the list of one's own records is made of. */
public final class RecordList {

    private RecordList() {}

    /** A record in the list. */
    public record Line(NotedRecord record, String title, String unit) {}

    /** A post held today and the unit it notes for. */
    public record House(PostId post, String unit) {}
}
