package cn.yizhen.rules.institution;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What of a view can change from one day to the next though nothing was noted: months of a term, a day that has passed. A
 * condition that asks for it is judged for each day, any other once for the days between two changes.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface OfTheDay {}
