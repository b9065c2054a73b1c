package cn.yizhen.app.access;

/**
 * Another way in that the log-in page offers beside the password.
 *
 * @param label what the button says
 * @param href  where it leads
 */
public record OtherEntrance(String label, String href) {}
