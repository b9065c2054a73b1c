package cn.yizhen.app.host;

/**
 * Does something at set times without being asked: its {@code @Scheduled} methods are kept. Nothing else is looked
 * through for such methods, which was a thirteenth of a start; an architecture test keeps the two together.
 */
public interface ByItself {}
