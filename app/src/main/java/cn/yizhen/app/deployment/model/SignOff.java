package cn.yizhen.app.deployment.model;

import java.time.LocalDate;

/**
 * 签批 as it stands on the paper, entered by the office; who entered it is kept by the journal entry.
 *
 * @param leader name and title of the leader
 * @param on     day on the paper
 * @param words  what the leader wrote, exactly
 */
public record SignOff(String leader, LocalDate on, String words) {}
