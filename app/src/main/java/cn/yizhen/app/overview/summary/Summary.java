package cn.yizhen.app.overview.summary;

import cn.yizhen.app.paper.IssuedPaper;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A summary as it stands: rows as of a day and an act, the words of its blocks, what was signed off and issued.
 *
 * @param on     the day its rows are about
 * @param known  the last act known to it, {@code Long.MAX_VALUE} for all
 * @param texts  words by block
 * @param edited blocks whose words were changed by hand
 * @param bases  newest act on what a form changes, by form: judgements, texts, sign-off
 */
public record Summary(SummaryPeriod period, Form form, LocalDate on, long known, List<SummaryRow> rows, Map<Block, String> texts, List<Block> edited,
        List<SignOff> signOffs, List<IssuedPaper> issued, Map<String, Optional<UUID>> bases) {

    public String title() {
        return period.label() + "部署任务督查情况" + (form == Form.CIRCULAR ? "的通报" : "");
    }

    public String text(Block block) {
        return texts.getOrDefault(block, "");
    }

    public Optional<SignOff> signedOff() {
        return signOffs.stream().filter(SignOff::current).findFirst();
    }

    /** The text as typed by the office, headings counted. */
    public String whole() {
        var numbers = "一二三四";
        var words = new StringBuilder();
        for (var block : Block.values()) {
            words.append(numbers.charAt(block.ordinal())).append('、').append(block.title()).append('\n').append(text(block).strip()).append('\n');
        }
        return words.toString();
    }
}
