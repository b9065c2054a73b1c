package cn.yizhen.rules.institution;

/**
 * A topic a record can be marked with; conditions may only name topics that some file declares.
 *
 * @param topic identifier, unique in the catalogue, such as {@code strict-governance}
 * @param title as shown to people: 研究全面从严治党
 */
public record Topic(String topic, String title) {}
