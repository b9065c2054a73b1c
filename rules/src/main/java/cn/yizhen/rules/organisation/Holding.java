package cn.yizhen.rules.organisation;


/** A person holds a post (任职); a village secretary with four posts has four holdings. */
public record Holding(PersonId person, PostId post, HoldingKind kind) {}
