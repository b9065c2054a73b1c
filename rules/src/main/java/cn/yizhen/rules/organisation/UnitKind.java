package cn.yizhen.rules.organisation;

import java.util.Arrays;
import java.util.Optional;

/** What a unit is (单位类别). {@link #word} is how institution files, workbooks and addresses spell it. */
public enum UnitKind {
    COUNTY("county", "县"),
    TOWNSHIP("township", "乡镇"),
    VILLAGE("village", "村"),
    COMMUNITY("community", "社区"),
    DEPARTMENT("department", "部门"),
    PUBLIC_INSTITUTION("public-institution", "事业单位"),
    STANDING_COMMITTEE("standing-committee", "县委常委会"),
    PARTY_COMMITTEE("party-committee", "党委"),
    PEOPLES_CONGRESS("peoples-congress", "人大常委会"),
    GOVERNMENT("government", "政府"),
    CONSULTATIVE_CONFERENCE("consultative-conference", "政协"),
    LEADING_PARTY_GROUP("leading-party-group", "党组"),
    BRANCH("branch", "党支部"),
    VILLAGERS_COMMITTEE("villagers-committee", "村民委员会"),
    RESIDENTS_COMMITTEE("residents-committee", "居民委员会"),
    ENTERPRISE("enterprise", "企业"),
    COOPERATIVE("cooperative", "合作社"),
    SCHOOL("school", "学校"),
    YOUTH_BRANCH("youth-branch", "团支部"),
    TRADE_UNION("trade-union", "工会"),
    WOMENS_FEDERATION("womens-federation", "妇联");

    private final String word;
    private final String chinese;

    UnitKind(String word, String chinese) {
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
    public static Optional<UnitKind> of(String spelling) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(spelling) || kind.chinese.equals(spelling))
                .findFirst();
    }
}
