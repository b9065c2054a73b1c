package cn.yizhen.app.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On an address that shows personal data beyond the names of who holds which post: opening it stands in the audit. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ReadsPersonalData {

    /** What is read, as the audit names it. */
    String value();
}
