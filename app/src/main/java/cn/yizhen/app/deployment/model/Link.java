package cn.yizhen.app.deployment.model;

/**
 * A row of an earlier issued document that asks the same thing: the later row is kept and gets no matter of
 * its own.
 *
 * @param paper  number and title of the earlier document
 * @param number its master number there
 */
public record Link(RowId row, String paper, String number) {}
