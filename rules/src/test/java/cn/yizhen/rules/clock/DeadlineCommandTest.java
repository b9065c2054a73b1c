package cn.yizhen.rules.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return DeadlineCommand.run(List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("一个JSON对象：到期日、是否暂定、逐日账")
    void oneObject() {
        assertThat(run("--from", "2026-02-13", "--budget", "2 working-days")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("""
            {
              "due": "2026-02-24",
              "provisional": false,
              "account": [
                {"day": "2026-02-13", "counted": false, "why": "开始的当日不计入，自次日起算（民法典第二百零一条）"},
                {"day": "2026-02-14", "counted": true, "why": "第1日，春节调休上班，国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）"},
            """);
        assertThat(err.size()).isZero();
    }

    @Test
    @DisplayName("小时期限给出时刻；带时区的时刻换算为北京时间")
    void hours() {
        assertThat(run("--from", "2026-02-10T01:30Z", "--budget", "1 hour")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"due\": \"2026-02-10T10:30\"");
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        --from   | 2026-02-30       | --budget | 5 working-days | “2026-02-30”不是日期或时刻
        --from   | 2026-02-10T25:00 | --budget | 5 working-days | 不是日期或时刻
        --from   | 明天             | --budget | 5 working-days | 不是日期或时刻
        --from   | 2026-02-10       | --budget | 5 weeks        | 看不懂期限“5 weeks”
        --from   | 2026-02-10       | --budget | 0 hours        | 不在1至
        --from   | 2026-02-10       | --budget | 99999 months   | 不在1至120之间
        --from   | 2026-02-10       | --budget | 24 hours       | 只有日期
        --from   | 1026-02-10       | --budget | 5 months       | 不在1949年10月1日
        --from   | 2026-02-10       | --roll   | x              | 不认识的参数“--roll”
        --from   | 2026-02-10       | --from   | 2026-02-11     | 写了两次
        --from   | 2026-02-10       | --budget | -              | 后面缺少内容
        --budget | 5 months         | -        | -              | 缺少 --from
        """)
    @DisplayName("参数有误：退出码2，标准错误一行，说明哪里不对")
    void badArguments(String a, String b, String c, String d, String says) {
        assertThat(run(Stream.of(a, b, c, d).filter(Objects::nonNull).toArray(String[]::new))).isEqualTo(2);
        assertThat(out.size()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(says).hasLineCount(1);
    }
}
