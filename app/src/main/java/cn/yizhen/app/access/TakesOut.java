package cn.yizhen.app.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On an address that takes a list out of the platform: it asks for the one-time code and stands in the
 * audit. A single paper of one's own (a record's page, a draft, an attachment) is no list.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface TakesOut {

    /** What is taken out, as the audit names it; empty where the export is an act of its own. */
    String value() default "";
}
