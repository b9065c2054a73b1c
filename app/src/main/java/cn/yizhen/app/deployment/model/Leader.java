package cn.yizhen.app.deployment.model;

import cn.yizhen.rules.organisation.PostId;

/**
 * The county leader in charge (分管县领导), by post: a successor inherits the row.
 *
 * @param name holder on the day it was proposed, with title, as the table prints it
 */
public record Leader(PostId post, String name) {}
