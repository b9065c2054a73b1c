package cn.yizhen.directives;

import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Nothing that can be pasted makes the extractor throw or point outside the text; a failure names its seed. */
class AnyTextTest {

    private static final String[] PARTS = {"一、", "（一）", "1.", "①", "一是", "要", "各级各部门", "县水利局", "制定", "完善", "推进", "严控", "不得", "压减", "发文",
        "制度", "方案", "20%", "3月底前", "今年", "每季度", "2026年", "99月99日前", "对", "将", "把", "以", "为", "的", "了", "“", "”", "《", "》", "（", "）",
        "，", "。", "；", "：", "、", ".", ",", "\n", "\r\n", "\t", " ", "\u3000", "😀", "𠮷", "\ud800", "同志们：", "让我们", "工作", "建设", "问题", "XX",
        "责任单位：", "——"};

    @Test
    void anyCharactersAtAll() {
        holds(300, AnyTextTest::characters);
    }

    @Test
    void anythingThatLooksLikeADeployment() {
        holds(400, AnyTextTest::deployment);
    }

    private static void holds(long seeds, Function<Random, String> texts) {
        LongStream.range(0, seeds).forEach(seed -> {
            var text = texts.apply(new Random(seed));
            Assertions.assertThatCode(() -> Invariants.check(text, new Extractor().extract(text))).as("seed %d", seed).doesNotThrowAnyException();
        });
    }

    /** Code units, lone surrogates among them; every other text out of the lowest characters, where controls are. */
    private static String characters(Random random) {
        int below = random.nextBoolean() ? 0x10000 : 0x100;
        return Stream.generate(() -> String.valueOf((char) random.nextInt(below))).limit(random.nextInt(200)).collect(Collectors.joining());
    }

    private static String deployment(Random random) {
        return Stream.generate(() -> PARTS[random.nextInt(PARTS.length)]).limit(random.nextInt(81)).collect(Collectors.joining());
    }
}
