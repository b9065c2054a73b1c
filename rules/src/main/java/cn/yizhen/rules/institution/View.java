package cn.yizhen.rules.institution;

/**
 * What a condition may see of one thing. The components of these records are the whole environment of the
 * expressions in the files: {@code fullMembers} of {@link UnitView} is {@code unit.full_members}. No time,
 * no name of a person, nothing that is not here.
 */
public sealed interface View permits UnitView, PostView, BodyView, PersonView, RecordView, DemandView {}
