package cn.yizhen.app.deployment.model;

import cn.yizhen.directives.Reading;

/**
 * One sentence of the document (句), as it was read.
 *
 * @param index   from 0
 * @param section number of the top-level heading it stands under
 * @param reading what it is where nobody takes it up
 */
public record Line(int index, Span span, int section, Reading reading) {}
