package cn.yizhen.app.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On pages composed above the module whose business they are: they close when that module is switched off. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface PartOf {

    /** Name of the module below. */
    String value();
}
