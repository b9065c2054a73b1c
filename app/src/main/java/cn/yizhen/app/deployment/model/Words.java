package cn.yizhen.app.deployment.model;

import java.time.LocalDate;
import java.util.List;

/** Small pieces of Chinese wording the model says in more than one place. */
final class Words {

    private Words() {}

    static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    static String clip(String text, int longest) {
        if (text.codePointCount(0, text.length()) <= longest) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
    }

    static String rows(List<RowId> rows) {
        return rows.size() == 1 ? "" : rows.size() + " 条";
    }
}
