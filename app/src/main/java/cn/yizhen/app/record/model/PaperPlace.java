package cn.yizhen.app.record.model;

import java.util.Arrays;
import java.util.Optional;

/** Where the paper of a decision lies. A closed list: of 任免 items nothing may be written here either. */
public enum PaperPlace {
    MINUTES("本单位会议记录本"),
    OFFICE("本单位档案室"),
    ORGANISATION("组织部门"),
    DISCIPLINE("纪检监察机关"),
    ARCHIVES("县档案馆");

    private final String chinese;

    PaperPlace(String chinese) {
        this.chinese = chinese;
    }

    public static Optional<PaperPlace> of(String name) {
        return Arrays.stream(values()).filter(place -> place.name().equals(name)).findFirst();
    }

    public String chinese() {
        return chinese;
    }
}
