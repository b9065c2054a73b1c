package cn.yizhen.app.access.provider;

import java.util.Arrays;

/** Why somebody does not come in by the provider, in words that name the next step. */
enum Refusal {
    DOWN("统一身份认证现在连不上。", "请稍后再试；也可以用本平台的用户名和密码登录，或用登录单进入，不受影响。"),
    COUNTY("您在统一身份认证里登记的不是本县的单位。", "请用您所在县的平台；调来本县的，请先在统一身份认证里办理变更。"),
    UNKNOWN("统一身份认证认得您，但您还没有本平台的账号。", "账号不会自动开立。请本单位告诉安全管理员，确认以后就能这样登录；急用的，可以请乡镇（单位）发放登录单。"),
    CLOSED("您在本平台的账号已经停用。", "需要恢复的，请联系安全管理员。"),
    CANCELLED("没有完成统一身份认证。", "请再试一次，或用本平台的用户名和密码登录。"),
    FAILED("统一身份认证送来的凭据核对不上，没有登录。", "请重新登录一次；一直这样的，请告诉系统管理员：可能是认证平台的证书、时间或登记有变动。");

    final String title;
    final String nextStep;

    Refusal(String title, String nextStep) {
        this.title = title;
        this.nextStep = nextStep;
    }

    /** By the code of an error of ours, or of the protocol. */
    static Refusal of(String code) {
        return switch (code) {
            case "access_denied", "login_required", "interaction_required" -> CANCELLED;
            case "server_error", "temporarily_unavailable", "invalid_token_response", "client_registration_not_found" -> DOWN;
            default -> Arrays.stream(values()).filter(one -> one.name().equals(code)).findFirst().orElse(FAILED);
        };
    }
}
