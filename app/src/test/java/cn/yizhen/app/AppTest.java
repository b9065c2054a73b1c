package cn.yizhen.app;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;

/**
 * The whole program on one real PostgreSQL shared by all tests, as {@code yizhen_app}, with a clock that
 * stands at {@link TestClock#START} until a test moves it. One context for all, so keep to these settings.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(classes = YizhenApplication.class, properties = {"yizhen.demo=true", "yizhen.management.port=0", "server.port=0"})
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({TestHost.class, DemoPeople.class})
public @interface AppTest {}
