package cn.yizhen.app;

import cn.yizhen.app.host.ByItself;
import cn.yizhen.app.host.CannotStart;
import cn.yizhen.app.host.EarlyDatabase;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.persistence.autoconfigure.PersistenceExceptionTranslationAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.scheduling.config.TaskManagementConfigUtils;

/**
 * Wires the modules into one running program. Nothing here is begun by an annotation: transactions are
 * {@link cn.yizhen.app.access.Transactions}', so no bean is looked through for what to wrap it in (a twelfth of a start).
 */
@SpringBootApplication(exclude = {UserDetailsServiceAutoConfiguration.class, TransactionAutoConfiguration.class,
    PersistenceExceptionTranslationAutoConfiguration.class, AopAutoConfiguration.class})
@Modulithic(systemName = "Yizhen 一针")
public class YizhenApplication {

    /** What the program does by itself; a rehearsal only looks. The one condition here that is asked when the program is built. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "yizhen.scheduling", matchIfMissing = true)
    static class Clockwork {

        @Bean(TaskManagementConfigUtils.SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME)
        static ScheduledAnnotationBeanPostProcessor ofWhatActsByItself() {
            return new ScheduledAnnotationBeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof ByItself ? super.postProcessAfterInitialization(bean, name) : bean;
                }
            };
        }
    }

    /** Starts the program as the command line asks; a demonstration unless it says otherwise. */
    public static ConfigurableApplicationContext start(List<String> commandLine) {
        return start(commandLine, _ -> {});
    }

    /** @param before what is done to the context before anything is made in it, such as giving it another clock */
    public static ConfigurableApplicationContext start(
            List<String> commandLine, ApplicationContextInitializer<ConfigurableApplicationContext> before) {
        var application = new SpringApplication(YizhenApplication.class);
        application.setApplicationContextFactory(_ -> context());
        application.addInitializers(new EarlyDatabase.Beginning());
        application.addInitializers(before);
        application.setLogStartupInfo(false);
        return application.run(properties(commandLine).toArray(String[]::new));
    }

    /** What Spring Boot makes by itself, with parts that are looked up once. */
    private static ConfigurableApplicationContext context() {
        var parts = new RememberingBeanFactory();
        return AotDetector.useGeneratedArtifacts()
                ? new ServletWebServerApplicationContext(parts) : new AnnotationConfigServletWebServerApplicationContext(parts);
    }

    private static List<String> properties(List<String> commandLine) {
        var properties = new ArrayList<String>();
        var demo = true;
        for (Iterator<String> words = commandLine.iterator(); words.hasNext(); ) {
            var word = words.next();
            switch (word) {
                case "--no-demo" -> demo = false;
                case "--demo" -> demo = true;
                case "--data" -> properties.add("--yizhen.data=" + valueOf(word, words));
                case "--port" -> properties.add("--server.port=" + port(valueOf(word, words)));
                default -> properties.add(setting(word));
            }
        }
        properties.add("--yizhen.demo=" + demo);
        return properties;
    }

    private static String port(String value) {
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65535) {
            throw new CannotStart("“" + value + "”不是端口号。", "写 1 到 65535 的数，如 --port 8081。");
        }
        return value;
    }

    private static String valueOf(String option, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new CannotStart("参数 " + option + " 后面缺少值。", "例如 --data ./data、--port 8080。");
        }
        return words.next();
    }

    /** Any setting of docs/operations.md may be given as --name=value. */
    private static String setting(String word) {
        if (!word.startsWith("--") || !word.contains("=")) {
            throw new CannotStart("不认识的参数：" + word, "可用：--no-demo、--data 目录、--port 端口，或 --设置名=值（见 docs/operations.md）。");
        }
        return word;
    }
}
