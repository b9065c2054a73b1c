package cn.yizhen.app.deployment.web;

import cn.yizhen.app.deployment.storage.Listed;
import cn.yizhen.app.deployment.storage.Notice;
import cn.yizhen.app.deployment.storage.SharedRow;
import cn.yizhen.rules.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The list of documents.
 *
 * @param own     those the asker's office drafts
 * @param notices the newest notice of every deployment the asker may see
 * @param mine    rows in which a unit of the asker stands
 * @param post    the post documents are drafted under, empty where the asker drafts none
 * @param anyPost a post lists are taken out under, empty where the asker holds none
 */
public record ListPage(
        List<Listed> own, List<Notice> notices, List<SharedRow> mine, String post, String anyPost, LocalDate today, UUID key,
        String title, String text, List<Reason> reasons) {

    public boolean drafts() {
        return !post.isEmpty();
    }

    /** Units are being asked, and one of the asker's stands in a row. */
    public List<Notice> asking() {
        return notices.stream().filter(notice -> notice.kind() == Notice.Kind.ASKED && rows(notice) > 0).toList();
    }

    public List<Notice> issued() {
        return notices.stream().filter(Notice::published).toList();
    }

    /** Rows of it in which a unit of the asker stands. */
    public int rows(Notice notice) {
        return (int) mine.stream().filter(row -> row.deployment().equals(notice.deployment())).count();
    }
}
