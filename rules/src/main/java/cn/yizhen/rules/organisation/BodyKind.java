package cn.yizhen.rules.organisation;

import java.util.Arrays;
import java.util.Optional;

/** What a body is (班子、会议体). {@link #word} is how institution files, workbooks and addresses spell it. */
public enum BodyKind {
    STANDING_COMMITTEE("standing-committee", "常委会"),
    PARTY_COMMITTEE("party-committee", "党委会"),
    LEADING_PARTY_GROUP("leading-party-group", "党组"),
    STUDY_GROUP("study-group", "理论学习中心组"),
    BRANCH_ASSEMBLY("branch-assembly", "支部党员大会"),
    BRANCH_COMMITTEE("branch-committee", "支部委员会"),
    PARTY_GROUP("party-group", "党小组"),
    VILLAGERS_COMMITTEE("villagers-committee", "村民委员会"),
    RESIDENTS_COMMITTEE("residents-committee", "居民委员会"),
    VILLAGERS_REPRESENTATIVES("villagers-representatives", "村民代表会议"),
    RESIDENTS_REPRESENTATIVES("residents-representatives", "居民代表会议"),
    VILLAGE_SUPERVISION("village-supervision", "村务监督委员会"),
    GOVERNMENT_MEETING("government-meeting", "政府常务会议"),
    FULL_COMMITTEE("full-committee", "党委全会"),
    CONGRESS("congress", "人民代表大会"),
    CONGRESS_STANDING_COMMITTEE("congress-standing-committee", "人大常委会"),
    IDEOLOGY_GROUP("ideology-group", "意识形态工作领导小组"),
    YOUTH_ASSEMBLY("youth-assembly", "团员大会"),
    YOUTH_COMMITTEE("youth-committee", "团支部委员会"),
    UNION_ASSEMBLY("union-assembly", "工会会员大会"),
    EXECUTIVE_COMMITTEE("executive-committee", "执行委员会");

    private final String word;
    private final String chinese;

    BodyKind(String word, String chinese) {
        this.word = word;
        this.chinese = chinese;
    }

    public String word() {
        return word;
    }

    public String chinese() {
        return chinese;
    }

    /** The kind spelt so, by its word or its Chinese name. */
    public static Optional<BodyKind> of(String spelling) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(spelling) || kind.chinese.equals(spelling))
                .findFirst();
    }
}
