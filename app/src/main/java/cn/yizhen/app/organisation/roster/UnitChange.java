package cn.yizhen.app.organisation.roster;

/** What a row of 变更 says happened to units. */
enum UnitChange {
    MERGER("合并"),
    SPLIT("拆分"),
    RENAMING("更名"),
    MOVE("改变隶属");

    private final String chinese;

    UnitChange(String chinese) {
        this.chinese = chinese;
    }

    String chinese() {
        return chinese;
    }
}
