package cn.yizhen.directives;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Nothing that can be pasted makes the extractor throw or point outside the text. */
class AnyTextTest {

    @Property(tries = 300)
    void anyCharactersAtAll(@ForAll String text) {
        Invariants.check(text, new Extractor().extract(text));
    }

    @Property(tries = 400)
    void anythingThatLooksLikeADeployment(@ForAll("deployments") String text) {
        Invariants.check(text, new Extractor().extract(text));
    }

    @Provide
    Arbitrary<String> deployments() {
        return Arbitraries.of("一、", "（一）", "1.", "①", "一是", "要", "各级各部门", "县水利局", "制定", "完善", "推进", "严控", "不得", "压减", "发文", "制度", "方案",
                        "20%", "3月底前", "今年", "每季度", "2026年", "99月99日前", "对", "将", "把", "以", "为", "的", "了", "“", "”", "《", "》", "（", "）", "，", "。", "；", "：",
                        "、", ".", ",", "\n", "\r\n", "\t", " ", "\u3000", "😀", "𠮷", "\ud800", "同志们：", "让我们", "工作", "建设", "问题", "XX", "责任单位：", "——")
                .list().ofMaxSize(80).map(parts -> String.join("", parts));
    }
}
