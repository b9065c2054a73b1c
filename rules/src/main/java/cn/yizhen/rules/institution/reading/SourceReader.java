package cn.yizhen.rules.institution.reading;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.snakeyaml.engine.v2.nodes.Node;

import cn.yizhen.rules.institution.Source;
import cn.yizhen.rules.institution.SourceStatus;

/** Reads where a value comes from. Only a value the county confirms itself may do without an article. */
final class SourceReader {

    private static final String NUMBER = "(?:[一二三四五六七八九十百零]+|\\d+)";
    private static final Pattern ARTICLE = Pattern.compile("第" + NUMBER + "[条章](?:之[一二三四五六七八九十])?"
            + "(?:第" + NUMBER + "款)?(?:第[（(]" + NUMBER + "[）)]项)?"
            + "(?:[、至]第?" + NUMBER + "条)?|第" + NUMBER + "部分(?:第" + NUMBER + "点)?");

    /** What any file may say. */
    private static final SourceStatus[] SHIPPED = {SourceStatus.VERIFIED, SourceStatus.SECOND_HAND,
            SourceStatus.ELSEWHERE, SourceStatus.UNVERIFIED, SourceStatus.LOCAL};

    /** What a file of the county's own may say too: a named person adopts it with its paper. */
    private static final SourceStatus[] LOCAL =
            Stream.concat(Stream.of(SHIPPED), Stream.of(SourceStatus.ADOPTED)).toArray(SourceStatus[]::new);

    static final Source UNKNOWN =
            new Source("?", 1949, null, SourceStatus.UNVERIFIED, LocalDate.EPOCH, null);

    private SourceReader() {}

    static Optional<Source> read(Node node, Notes notes) {
        var before = notes.faults().size();
        var fields = new Fields(node, "依据", notes);
        var title = fields.required("title", "文件名称，不加书名号", Scalars.words(60), "");
        var year = fields.required("year", "公布或最近一次修订的年份", Scalars.integer(1949, 2100), 1949);
        var status = fields.required("status", "核对到什么程度", Scalars.choice(notes.local() ? LOCAL : SHIPPED, SourceStatus::mark),
                SourceStatus.UNVERIFIED);
        var article = fields.optional("article", SourceReader::article);
        var checked = fields.required("checked-on", "哪天核对的", Scalars.day(), LocalDate.EPOCH);
        var note = fields.optional("note", Scalars.words(200));
        fields.close();
        if (title.contains("《") || title.contains("》")) {
            notes.at(fields.node("title"), "文件名称不用加书名号，页面上会自动加");
        }
        if (!fields.has("article") && !status.toBeConfirmed() && status != SourceStatus.ADOPTED) {
            notes.at(node, "依据缺少 article（第几条）；只有状态为 L、U 或 local 的才可以不写，请补上条款");
        }
        return notes.faults().size() > before ? Optional.empty()
                : Optional.of(new Source(title, year, article.orElse(null), status, checked, note.orElse(null)));
    }

    private static Optional<String> article(Node node, Notes notes) {
        return Scalars.raw(node, "条款", notes).flatMap(text -> ARTICLE.matcher(text).matches() ? Optional.of(text)
                : Scalars.fault(node, notes, "“" + text + "”不是条款，请写成“第十一条”“第二十条第一款”或“第三章”"));
    }
}
