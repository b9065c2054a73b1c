package cn.yizhen.rules.procedure;

import java.time.LocalDateTime;

/** What moves clocks: a step, or the opening; its title is the ground where none is given. */
record Move(String step, LocalDateTime at, Particulars said, String title) {}
