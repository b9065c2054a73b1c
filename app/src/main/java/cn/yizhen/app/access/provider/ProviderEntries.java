package cn.yizhen.app.access.provider;

import cn.yizhen.app.access.OtherEntrance;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.web.NavEntry;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;

/** What is seen of the provider where there is one: its button beside the log-in, its page in the navigation. Asked at each start. */
class ProviderEntries implements BeanRegistrar {

    @Override
    public void register(BeanRegistry registry, Environment environment) {
        if (!environment.getProperty("yizhen.provider.issuer", "").isBlank()) {
            registry.registerBean("entrance", OtherEntrance.class, bean -> bean.supplier(
                    known -> new OtherEntrance("用" + known.bean(ProviderSettings.class).name() + "登录", "/enter/provider")));
            registry.registerBean("identitiesEntry", NavEntry.class,
                    bean -> bean.supplier(_ -> new NavEntry("统一认证", "/identities", 91, Permission.SECURITY.name())));
        }
    }
}
