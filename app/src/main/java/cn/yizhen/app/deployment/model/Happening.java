package cn.yizhen.app.deployment.model;

/** Anything the office notes about one deployment: an edit of its rows, or a step on the way to issue. */
public sealed interface Happening permits Edit, Step {

    /** What was done, in a few plain Chinese words for the list of changes. */
    String says();
}
