package cn.yizhen.app.backup;

import cn.yizhen.app.host.CannotStart;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup says of itself before its rows (备份说明).
 *
 * @param program    version of the program that made it
 * @param county     division code
 * @param countyName its name
 * @param demo       whether of a demonstration
 * @param made       when, ISO-8601
 * @param migrations file names of the migrations the tables had gone through
 * @param catalogue  digest of the newest catalogue of institutions, empty before there is one
 * @param sealed     last sealed act
 * @param digest     name of the digest of tables
 * @param tables     every table in the order it follows
 * @param numbers    where identity columns stand
 */
public record Manifest(String program, String county, String countyName, boolean demo, String made, List<String> migrations, String catalogue,
        long sealed, String digest, List<Table> tables, List<Numbering> numbers) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A table and its columns in the order of its rows. */
    public record Table(String name, List<String> columns) {}

    /** The next number of an identity column. */
    public record Numbering(String table, String column, long next) {}

    /** What was in a table, written after its rows. */
    record Told(long rows, String digest) {}

    static byte[] bytes(Object value) {
        return JSON.writeValueAsBytes(value);
    }

    static <T> T read(byte[] bytes, Class<T> kind) {
        try {
            return JSON.readValue(bytes, kind);
        } catch (JacksonException e) {
            throw new CannotStart("备份的说明读不懂。", "备份可能由更新的程序生成，请用那一版程序恢复，或换另一份备份。");
        }
    }
}
