package cn.yizhen.directives;

/**
 * Why the platform does not carry a directive (平台不承接): it keeps wording, place and owner, and gets no
 * matter, clock, record or attachment.
 */
public enum Beyond {
    SPEECH("涉及对他人言论、账号、群组的监看，平台不承接；应对公众关切、管好本单位账号可另行立项"),
    BELIEF("涉及宗教、民族事务的管理，平台不记录信仰与民族信息，不承接"),
    SENSITIVE("涉及案件线索、信访个案、国家安全或者军事事项，另有专门系统，平台不承接");

    private final String reason;

    Beyond(String reason) {
        this.reason = reason;
    }

    /** One plain Chinese sentence for the row. */
    public String reason() {
        return reason;
    }
}
