package cn.yizhen.app.record;

import cn.yizhen.app.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RecordConfiguration {

    @Bean
    NavEntry recordEntry() {
        return NavEntry.forEveryone("记录", "/records", 20);
    }
}
