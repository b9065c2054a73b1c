package cn.yizhen.app.room;

import cn.yizhen.app.access.Scope;
import java.util.UUID;

/**
 * A room's pictures and sound reach somebody signed in. It carries no hour and is kept nowhere; whoever listens must forget it
 * as the room does.
 *
 * @param scope  whoever entered, with the posts held
 * @param screen a venue's screen, before which others sit than whoever switched it on
 */
public record RoomEntered(UUID room, Scope scope, boolean screen) {}
