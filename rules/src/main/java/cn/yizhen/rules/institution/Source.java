package cn.yizhen.rules.institution;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Where a value comes from.
 *
 * @param title     name of the instrument without 《》
 * @param year      the year it was issued or last revised
 * @param article   第…条 or 第…章; null only where the county sets the value itself or the article is not known
 * @param status    how well it was checked
 * @param checkedOn the day a person last checked it
 * @param note      what the reader of the clause must know, or null
 */
public record Source(String title, int year, @Nullable String article, SourceStatus status, LocalDate checkedOn,
                     @Nullable String note) {

    /** As shown to people: 《中国共产党支部工作条例（试行）》（2018年）第十一条; a county's paper that names its own number or marks stands as it was written. */
    public String cited() {
        return (title.contains("《") || title.contains("〔") ? title : "《" + title + "》（" + year + "年）") + (article == null ? "" : article);
    }
}
