package cn.yizhen.app.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds where a text asks those below to send something in by a time: 请于11月30日前将贯彻落实情况报县委办. */
public final class ReportClauses {

    private static final Pattern SENTENCE = Pattern.compile("[^。；;！？\\n]+[。；;！？]?");
    private static final Pattern TIME = Pattern.compile(
            "[月日底初]前|之前|以前|(?:个)?工作日内|[天日小时]内|每(?:月|周|季|半年|年|日|天|半月|双周|旬)|按(?:月|周|季|旬|日)|月底|年底|定期|及时|下班前");
    private static final Pattern SENDING = Pattern.compile(
            "报送|上报|填报|呈报|书面报|反馈|报告[^。；]{0,12}情况|报(?:县|市|镇|乡|局|我|本|至|到|[^。；，]{0,12}(?:办|室|局|部|委|处|股|科|中心|领导小组))|"
                    + "(?:将|把)[^。；]{2,40}报(?!告|表|名|废|销)|提交[^。；]{0,10}(?:总结|材料|报表|台账)");
    private static final Pattern ASKING = Pattern.compile("请|要|须|应|务必|务于|于|将|每|按");

    private static final Pattern GROUND = Pattern.compile("《[^》]+》(?:（[^）]*）)?[^。；，《]{0,12}第[一二三四五六七八九十百零\\d]+[条点项款部]");
    /** Whoever has nothing to say need not answer. */
    private static final Pattern FREE = Pattern.compile("^(?:[（(]?[一二三四五六七八九十\\d]+[）)、.．])?(?:如|若)(?:果)?有[^。；]{0,12}(?:意见|建议|问题|困难)");

    private ReportClauses() {}

    /** The document and its clause that the words name as their ground: 《……》第三条. */
    public static Optional<String> ground(String words) {
        return GROUND.matcher(words).results().findFirst().map(MatchResult::group);
    }

    /** The sentences, as they stand, in order. */
    public static List<String> in(String text) {
        var found = new ArrayList<String>();
        var sentence = SENTENCE.matcher(text);
        while (sentence.find()) {
            var words = sentence.group().strip();
            if (SENDING.matcher(words).find() && TIME.matcher(words).find() && ASKING.matcher(words).find() && !refuses(words) && !FREE.matcher(words).find()) {
                found.add(words);
            }
        }
        return found;
    }

    /** 不另报、不再报送 ask for nothing. */
    private static boolean refuses(String words) {
        return Pattern.compile("不(?:再|另|得|用|必|需|要求)[^。；，]{0,12}报").matcher(words).find();
    }
}
