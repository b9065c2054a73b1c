package cn.yizhen.app.deployment.web;

import cn.yizhen.app.deployment.model.Deployment;
import cn.yizhen.app.deployment.model.Duplicate;
import cn.yizhen.app.deployment.model.Handling;
import cn.yizhen.app.deployment.model.Row;
import cn.yizhen.app.deployment.model.RowId;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which rows the right pane shows. */
enum Filter {
    ALL("全部"),
    PROJECT("立项"),
    CONTINUING("常态"),
    LIMIT("控制"),
    NO_LEAD("无牵头"),
    SUGGESTED("时限为建议"),
    DUPLICATE("疑似重复"),
    PLACEHOLDER("含占位"),
    PAST("时限已过"),
    OBJECTED("有意见"),
    OUTSIDE("平台不承接"),
    FREE("未列入的句子");

    private final String label;

    Filter(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** As it stands in the address. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Filter of(String word) {
        for (var filter : values()) {
            if (filter.word().equals(word)) {
                return filter;
            }
        }
        return ALL;
    }

    boolean shows(Row row, Deployment deployment, Map<RowId, List<Duplicate>> duplicates, LocalDate today) {
        return switch (this) {
            case ALL -> true;
            case PROJECT -> row.handling() == Handling.PROJECT;
            case CONTINUING -> row.handling() == Handling.CONTINUING;
            case LIMIT -> row.handling() == Handling.LIMIT;
            case NO_LEAD -> row.lacksLead();
            case SUGGESTED -> row.suggestedDue();
            case DUPLICATE -> row.link() == null && duplicates.containsKey(row.id());
            case PLACEHOLDER -> !row.placeholders().isEmpty();
            case PAST -> row.opensMatter() && row.due().past(today);
            case OBJECTED -> !deployment.objectionsTo(row.id()).isEmpty();
            case OUTSIDE -> row.outside() != null;
            case FREE -> false;
        };
    }
}
