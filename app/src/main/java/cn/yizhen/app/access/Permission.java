package cn.yizhen.app.access;

import java.util.Set;

/**
 * What a post's functions or an account's role allow beyond reading and entering for one's own unit.
 * Row policies name these values.
 */
public enum Permission {
    /** 起草部署：drafts deployments, settles objections, enters 签批, issues. */
    DRAFT_DEPLOYMENT("起草部署"),
    /** 督查督办：raises and reviews supervised matters of the whole county. */
    SUPERVISE("督查督办"),
    /** 统揽全县：a county leader, who sees every matter of the county; brought by the post itself, not by a function. */
    OVERSEE("统揽全县"),
    /** 组织机构维护：imports the organisation workbook, enters mergers and splits. */
    KEEP_ORGANISATION("机构维护"),
    /** 制度维护：adopts local values of institutions. */
    KEEP_INSTITUTIONS("制度维护"),
    /** 代为登记：enters records on behalf of units below. */
    ENTER_FOR_BELOW("代为登记"),
    /** 发放登录单：prints slips for posts below and replaces a lost phone. */
    ISSUE_SLIPS("发放登录单"),
    /** 减负直通车受理：reads and answers what comes through 减负直通车. */
    READ_COMPLAINTS("减负直通车受理"),
    /** 减负直通车第二受理：also sees what complains of the receiving desk itself. */
    SECOND_COMPLAINTS("减负直通车第二受理"),
    /** 安全管理员：accounts. */
    SECURITY("安全管理员"),
    /** 系统管理员：the machine, the catalogue, the calendar. */
    SYSTEM("系统管理员"),
    /** 审计管理员：reads the audit, one act at a time. */
    AUDIT("审计管理员");

    private final String label;

    Permission(String label) {
        this.label = label;
    }

    /** The three duties of administration that no account may hold two of (三员分立). */
    public static final Set<Permission> ADMINISTRATION = Set.of(SECURITY, SYSTEM, AUDIT);

    /** One of the three duties of administration. */
    public boolean isAdministration() {
        return ADMINISTRATION.contains(this);
    }

    public String label() {
        return label;
    }
}
