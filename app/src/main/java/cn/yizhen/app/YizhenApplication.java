package cn.yizhen.app;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Wires the modules into one running program. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@EnableScheduling
@Modulithic(systemName = "Yizhen 一针")
public class YizhenApplication {

    /** Starts the program as the command line asks; a demonstration unless it says otherwise. */
    public static ConfigurableApplicationContext start(List<String> commandLine) {
        var application = new SpringApplication(YizhenApplication.class);
        application.setLogStartupInfo(false);
        return application.run(properties(commandLine).toArray(String[]::new));
    }

    private static List<String> properties(List<String> commandLine) {
        var properties = new ArrayList<String>();
        var demo = true;
        for (Iterator<String> words = commandLine.iterator(); words.hasNext(); ) {
            var word = words.next();
            switch (word) {
                case "--no-demo" -> demo = false;
                case "--demo" -> demo = true;
                case "--data" -> properties.add("--yizhen.data=" + words.next());
                case "--port" -> properties.add("--server.port=" + words.next());
                default -> properties.add(word);
            }
        }
        properties.add("--yizhen.demo=" + demo);
        return properties;
    }
}
