package cn.yizhen.app.room;

import java.util.List;
import java.util.UUID;

/** The meeting a room belongs to was given another agenda. */
record AgendaPlanned(UUID room, List<String> items) {}
