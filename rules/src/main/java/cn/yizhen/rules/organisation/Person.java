package cn.yizhen.rules.organisation;


/**
 * A person (人员) as far as a page must name one. Numbers, addresses and the like lie elsewhere, under a
 * key that can be destroyed; after that the name here reads 已删除.
 */
public record Person(PersonId id, String name) {}
