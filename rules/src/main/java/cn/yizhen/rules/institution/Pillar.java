package cn.yizhen.rules.institution;

/** The six pillars of the county's work; the order is the order of the folders. */
public enum Pillar {
    POLITICAL("1-political", "政治思想建设"),
    IDEOLOGY("2-ideology", "意识形态建设"),
    CADRES("3-cadres", "干部人才建设"),
    CONDUCT("4-conduct", "作风能力建设"),
    INTEGRITY("5-integrity", "党风廉政建设"),
    DEMOCRATIC("6-democratic", "民主政治建设");

    private final String folder;
    private final String chinese;

    Pillar(String folder, String chinese) {
        this.folder = folder;
        this.chinese = chinese;
    }

    /** The folder under {@code institutions/}. */
    public String folder() {
        return folder;
    }

    /** The word shown to people. */
    public String chinese() {
        return chinese;
    }
}
