/**
 * Meetings (会议) from the topic to the minutes: who is asked by the responsibility table, the notice, the replies, the
 * prints for the room, who came as confirmed by whoever takes the minutes, and the minutes as a formal document that
 * leave one record behind.
 *
 * <p>It refuses to know when anybody joined or left, how long anybody spoke, what anybody said, and why somebody asked
 * for leave. Who is seen in a room is remembered in memory only, until the minutes are closed and at most a day.
 * Quorums and majorities are the records' affair, and what is decided becomes a matter where decisions do.
 */
@ApplicationModule(
        displayName = "会议",
        allowedDependencies = {"access", "web", "host", "organisation", "institution", "document", "document :: formal", "listing", "record", "record :: model", "duty",
            "matter", "deployment", "paper", "room"})
@NullMarked
package cn.yizhen.app.meeting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
