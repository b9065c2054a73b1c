package cn.yizhen.app.deployment.model;

import java.time.LocalDate;

/**
 * One entry of a deployment's journal.
 *
 * @param number place in the journal, from 1
 * @param by     name of who entered it
 * @param on     day it was entered
 */
public record Entry(int number, Happening what, String by, LocalDate on) {}
