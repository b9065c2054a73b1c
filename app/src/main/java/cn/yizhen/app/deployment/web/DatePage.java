package cn.yizhen.app.deployment.web;

import cn.yizhen.app.deployment.model.Source;
import cn.yizhen.rules.Reason;
import java.util.List;
import java.util.UUID;

/**
 * Asks for the date of a document that was just taken in.
 *
 * @param found the date found in the text, or empty
 * @param typed what stands in the field
 */
public record DatePage(Source source, String post, String found, String typed, UUID key, List<Reason> reasons) {

    private static final int SHOWN = 600;

    public String opening() {
        var text = source.text().strip();
        return text.length() > SHOWN ? text.substring(0, text.offsetByCodePoints(0, Math.min(SHOWN, text.codePointCount(0, text.length())))) + "……" : text;
    }
}
