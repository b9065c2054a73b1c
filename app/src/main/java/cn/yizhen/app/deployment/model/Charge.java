package cn.yizhen.app.deployment.model;

import java.util.List;

/**
 * One line of the responsibility table, as owners are proposed from it.
 *
 * @param leads    牵头; otherwise 配合
 * @param subject  the subject in a few words
 * @param keywords words that tell a row belongs to the subject, each of two characters or more
 * @param basis    the paper that says so
 */
public record Charge(Party.One unit, boolean leads, String subject, List<String> keywords, String basis) {

    public Charge {
        keywords = keywords.stream().map(String::strip).filter(word -> word.length() >= 2).distinct().toList();
    }
}
