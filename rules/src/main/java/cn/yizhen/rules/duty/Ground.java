package cn.yizhen.rules.duty;


/** Why an instance counts nowhere (不计入). */
public enum Ground {
    BEFORE_USE("平台未启用"),
    REPEALED("制度已停止执行"),
    FOUNDED("期内新设"),
    DISSOLVED("期内撤销"),
    SUCCEEDED("期内并入或拆分"),
    EMERGENCY("应急期");

    private final String chinese;

    Ground(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
