/**
 * Units, posts, holders, persons, memberships, bodies and responsibilities, asked as of a day and of what
 * was known by then.
 *
 * <p>{@link cn.yizhen.rules.organisation.OrganisationHistory} is every fact ever noted;
 * {@link cn.yizhen.rules.organisation.Organisation} is what holds at one
 * {@link cn.yizhen.rules.AsOf}. It refuses to know where facts are stored, who may see them and what
 * anybody is to do.
 */
@NullMarked
package cn.yizhen.rules.organisation;

import org.jspecify.annotations.NullMarked;
