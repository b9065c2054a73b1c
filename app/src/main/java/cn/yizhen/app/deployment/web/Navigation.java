package cn.yizhen.app.deployment.web;

import cn.yizhen.app.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class Navigation {

    @Bean
    NavEntry deploymentEntry() {
        return NavEntry.forEveryone("部署任务", "/deployments", 40);
    }
}
