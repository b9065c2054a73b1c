package cn.yizhen.rules.procedure;

import java.time.LocalDateTime;

/**
 * One step as it was taken (办理记录).
 *
 * @param step the id of the step
 * @param at   when, Asia/Shanghai
 * @param by   who
 * @param said what was given with it
 */
public record Entry(String step, LocalDateTime at, Actor by, Particulars said) {}
