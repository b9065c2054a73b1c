/**
 * A deployment document on its way from text to an issued table: rows with their evidence, every sentence
 * accounted for, the edits of a clerk, and the path 起草、征求意见、送审、审定、印发、调整. All of it follows from the
 * entries of a journal; nothing is a flag.
 *
 * <p>It refuses to know who is asking, where entries are stored, what a page looks like and what day it is.
 */
@NullMarked
package cn.yizhen.app.deployment.model;

import org.jspecify.annotations.NullMarked;
