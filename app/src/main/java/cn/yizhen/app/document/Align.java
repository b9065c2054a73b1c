package cn.yizhen.app.document;

/** How text stands between its left and right edge; {@link #BOTH} is flush on both sides (两端对齐), {@link #SPREAD} draws the characters apart to fill the line (分散对齐). */
public enum Align { LEFT, CENTRE, RIGHT, BOTH, SPREAD }
