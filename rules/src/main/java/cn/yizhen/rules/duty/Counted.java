package cn.yizhen.rules.duty;

import cn.yizhen.rules.organisation.Bearer;

/**
 * A record that counts for an instance.
 *
 * @param under       whose record it is; a predecessor's stays under the predecessor's name
 * @param late        a make-up record, held after the period
 * @param notedLate   noted after the period (补记), which is not lateness
 */
public record Counted(Happened record, Bearer under, boolean late, boolean notedLate) {}
