/**
 * Rooms for meetings by video: who may enter, who has the floor, who chairs, which page is shown, and the way of
 * pictures and sound through the forwarding unit.
 *
 * <p>It refuses to know when anybody came or went: that lives in memory while somebody is there, and in no table, file
 * or log line. It knows nothing of meetings, notices and minutes either; a meeting names a room by its address.
 */
@ApplicationModule(displayName = "会议室", allowedDependencies = {"access", "web", "host"})
@NullMarked
package cn.yizhen.app.room;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
