package cn.yizhen.directives;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The platform's line (平台不承接): what watches others' speech or belief is quoted, never carried. */
final class Boundary {

    private static final Pattern SPEECH = Pattern.compile(
            "舆情|舆论(?:管控|监管|监测|引导管控)|网上舆论|网络舆论|言论|有害信息|不良信息|网络谣言|自媒体|网络大[Vv]|网评|(?:公众号|微信群|QQ群|工作群|群组|账号|直播|网民|跟帖).{0,12}(?:监管|管控|监测|监看|巡查|排查管理|管理)|(?:监管|管控|监测|监看).{0,16}(?:公众号|微信群|QQ群|群组|账号|网民)");
    private static final Pattern OWN_ACCOUNTS = Pattern.compile("政务(?:新媒体|公众号|账号)|政务移动|(?<![信Q])工作群|(?:清理|登记|备案|关停|解散|注销|规范).{0,14}(?:公众号|账号|工作群|群)|僵尸群|回应(?:关切|社会关切)");
    private static final Pattern BELIEF = Pattern.compile("(?:宗教|民族)(?:事务|活动|场所|领域|人士|团体|教职|界|政策|工作.{0,4}管理)|民族宗教|信教|邪教|教职人员|非法传教|寺观教堂|寺庙");
    private static final Pattern SENSITIVE = Pattern.compile("(?:重点|涉稳|上访|信访|涉访|特殊)(?:人员|人群|群体|对象).{0,10}(?:稳控|管控|监控|布控|盯控)|稳控|失泄密|涉密|国家秘密|反间谍|间谍|征兵|国防动员|问题线索|案件线索|留置");

    private Boundary() {}

    static @Nullable Beyond of(String words) {
        if (SPEECH.matcher(words).find() && !OWN_ACCOUNTS.matcher(words).find()) {
            return Beyond.SPEECH;
        }
        if (BELIEF.matcher(words).find()) {
            return Beyond.BELIEF;
        }
        return SENSITIVE.matcher(words).find() ? Beyond.SENSITIVE : null;
    }
}
