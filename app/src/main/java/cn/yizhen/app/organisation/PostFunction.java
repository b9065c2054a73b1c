package cn.yizhen.app.organisation;

import cn.yizhen.app.access.Permission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a post is for (职能), as institution files ask about it and as a workbook's column spells it. Some
 * functions bring a permission in the platform; a post brings no other.
 */
public enum PostFunction {
    HEAD("head", "主要负责人", null),
    LEADER("leader", "领导", null),
    DEPUTY("deputy", "副职", null),
    SECRETARY("secretary", "书记", null),
    DEPUTY_SECRETARY("deputy-secretary", "副书记", null),
    DIRECTOR("director", "主任", null),
    ORGANISATION_MEMBER("organisation-member", "组织委员", null),
    PROPAGANDA_MEMBER("propaganda-member", "宣传委员", null),
    DISCIPLINE_MEMBER("discipline-member", "纪检委员", null),
    RECORDER("recorder", "记录", null),
    CONTACT("contact", "联络", null),
    OFFICE("office", "办公室", null),
    STAFF("staff", "股室", null),
    GRID("grid", "网格", null),
    DRAFTS_DEPLOYMENTS("drafts-deployments", "起草部署", Permission.DRAFT_DEPLOYMENT),
    SUPERVISES("supervises", "督查督办", Permission.SUPERVISE),
    KEEPS_ORGANISATION("keeps-organisation", "机构维护", Permission.KEEP_ORGANISATION),
    KEEPS_INSTITUTIONS("keeps-institutions", "制度维护", Permission.KEEP_INSTITUTIONS),
    ENTERS_FOR_BELOW("enters-for-below", "代为登记", Permission.ENTER_FOR_BELOW),
    ISSUES_SLIPS("issues-slips", "发放登录单", Permission.ISSUE_SLIPS),
    READS_COMPLAINTS("reads-complaints", "减负受理", Permission.READ_COMPLAINTS),
    READS_SECOND_COMPLAINTS("reads-second-complaints", "减负第二受理", Permission.SECOND_COMPLAINTS);

    private final String word;
    private final String chinese;
    private final @Nullable Permission permission;

    PostFunction(String word, String chinese, @Nullable Permission permission) {
        this.word = word;
        this.chinese = chinese;
        this.permission = permission;
    }

    public String word() {
        return word;
    }

    public String chinese() {
        return chinese;
    }

    /** The function spelt so, by its word or its Chinese name. */
    public static Optional<PostFunction> of(String spelling) {
        return Arrays.stream(values())
                .filter(function -> function.word.equals(spelling) || function.chinese.equals(spelling))
                .findFirst();
    }

    /** What functions, as a post carries them, allow in the platform. */
    static Set<Permission> permissions(Set<String> words) {
        var permissions = EnumSet.noneOf(Permission.class);
        for (var function : values()) {
            if (function.permission != null && words.contains(function.word)) {
                permissions.add(function.permission);
            }
        }
        return permissions;
    }
}
