package cn.yizhen.rules.institution;

/**
 * Permission to change a value that was already in force: it was wrong, and here is why.
 *
 * @param id     of the duty, limit or clock whose past value changes
 * @param reason plain Chinese
 */
public record Correction(String id, String reason) {}
